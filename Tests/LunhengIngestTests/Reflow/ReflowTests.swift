import LunhengCore
import Testing

@testable import LunhengIngest

@Suite("Reflow")
struct ReflowTests {
  private static func blocks(_ text: String) -> [String] {
    let source = SourceText(text)
    return Reflow.document(id: "test", text: source.units, source: source.map).blocks.map {
      "\($0.role.rawValue): \($0.text)"
    }
  }

  @Test("joins a short line that cuts a word with the line that ends it")
  func joinsAShortLineThatCutsAWord() {
    #expect(Self.blocks("第二要建國際算力產\n業集群。") == ["paragraph: 第二要建國際算力產業集群。"])
  }

  @Test("keeps lines of typed text apart")
  func keepsLinesOfTypedTextApart() {
    #expect(
      Self.blocks("樓市之外\n\n陳大文\n\n香港人談房屋，總是先談價錢。其實還有別的事可談。\n\n出路在哪裏\n\n我看在土地，也在人心。\n")
        == [
          "title: 樓市之外", "byline: 陳大文", "paragraph: 香港人談房屋，總是先談價錢。其實還有別的事可談。",
          "heading: 出路在哪裏", "paragraph: 我看在土地，也在人心。",
        ])
  }

  @Test("puts the space back that a line break stands for between Latin words")
  func putsTheSpaceBack() {
    let text = "人工智能用的英文名稱不少，例如 artificial\nintelligence 就是其一，讀者不必一一記住，\n明白道理便可。"
    #expect(
      Self.blocks(text) == [
        "paragraph: 人工智能用的英文名稱不少，例如 artificial intelligence 就是其一，讀者不必一一記住，明白道理便可。"
      ])
  }

  @Test("gives a text without sentences no title")
  func givesATextWithoutSentencesNoTitle() {
    #expect(Self.blocks("只有一行") == ["paragraph: 只有一行"])
    #expect(Self.blocks("") == [])
    #expect(Self.blocks("\n \n\u{0C}\n") == [])
  }

  @Test("knows a page number by the one before it, and the page of each block")
  func knowsAPageNumber() {
    let page = "香港的電網容量早已緊張，任何人談人工智能都繞不過這一關，談數據中心亦然。\n"
    let text = (1...3).map { page + page + "\($0)\n" }.joined()
    let source = SourceText(text)
    let document = Reflow.document(id: "test", text: source.units, source: source.map)
    #expect(document.blocks.filter { $0.role == .furniture }.map(\.text) == ["1", "2", "3"])
    #expect(
      document.blocks.filter { $0.role == .paragraph }.map(\.page) == [1, 1, 2, 2, 3, 3])
  }

  @Test("takes a number in the text for text")
  func takesANumberInTheTextForText() {
    #expect(
      Self.blocks("答案只有一個數字。\n42\n就是這樣，沒有別的解釋，也不必再問。")
        .allSatisfy { !$0.hasPrefix("furniture") })
  }

  @Test("maps every unit of every block to the character that it is", arguments: 1...3)
  func mapsEveryUnit(repeats: Int) {
    let text = String(
      repeating: "　　長者坐𨋢上樓，先要等；在 21 世紀的香港，這不應\n該發生。AI 與 5G 都幫不上忙，因為問題不在\r\n技術，而在人。\n\u{0C}",
      count: repeats)
    let source = SourceText(text)
    let bytes = Array(text.utf8)
    let document = Reflow.document(id: "test", text: source.units, source: source.map)
    #expect(!document.blocks.isEmpty)
    for block in document.blocks {
      #expect(block.source.count == block.units.count)
      let spelt = block.source.byteRanges(of: 0..<block.units.count).flatMap { bytes[$0] }
      #expect(String(decoding: spelt, as: UTF8.self) == block.text)
    }
  }
}
