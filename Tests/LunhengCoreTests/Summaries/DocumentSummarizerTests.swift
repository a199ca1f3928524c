import Testing

@testable import LunhengCore

@Suite("The summary of a document")
struct DocumentSummarizerTests {
  private static func sentences(
    _ text: String, title: String = ""
  ) throws -> (sentences: [SummarySentence], title: [UInt64], units: [UInt16]) {
    let units = Array(text.utf16)
    var worker = try Segmenter().makeWorker()
    var reader = try SentenceReader()
    var tokens: [Token] = []
    worker.segment(units, into: &tokens)
    let sentences = reader.sentences(of: [(units, tokens)])
    let titleUnits = Array(title.utf16)
    worker.segment(titleUnits, into: &tokens)
    return (sentences, reader.words(of: titleUnits, tokens: tokens), units)
  }

  private static func pick(
    _ limit: Int, _ text: String, title: String = "", length: Int? = nil
  ) throws -> [String] {
    let read = try sentences(text, title: title)
    let picks = DocumentSummarizer(SentenceSelection(limit: limit, length: length))
      .pick(from: read.sentences, title: read.title)
    #expect(picks.map(\.index) == picks.map(\.index).sorted())
    #expect(picks.isEmpty || length != nil || picks.map(\.score).max() == 1)
    #expect(picks.allSatisfy { (0...1).contains($0.score) })
    return picks.map { String(units: read.units[read.sentences[$0.index].range]) }
  }

  private static let text =
    "昨天下午天氣晴朗而且炎熱非常，街上行人稀少得很。香港需要建設更多的算力中心支持本地產業發展。算力中心的電力供應是香港產業界面對的一大難題。香港政府應為未來的算力中心預留足夠土地和電力。我喜歡在晚上吃一碗麵條和喝一杯黑咖啡。"

  @Test("has what the text keeps coming back to, in reading order")
  func hasWhatTheTextComesBackTo() throws {
    #expect(try Self.pick(2, Self.text).allSatisfy { $0.contains("算力中心") })
    #expect(try Self.pick(5, Self.text).joined() == Self.text)
  }

  @Test("has what the title names")
  func hasWhatTheTitleNames() throws {
    let text = "各區居民期待新的體育館早日落成啟用。各區居民期待新的圖書館早日落成啟用。"
    #expect(try Self.pick(1, text, title: "圖書館").map { $0.contains("圖書館") } == [true])
    #expect(try Self.pick(1, text, title: "體育館").map { $0.contains("體育館") } == [true])
  }

  @Test("does not say the same twice, even if there is room")
  func doesNotSayTheSameTwice() throws {
    let twin = "香港需要建設大型的算力中心支持本地產業發展。"
    let variant = "香港需要建設大型的算力中心，支持本地產業發展！"
    let other = "電力供應是產業界當前面對的一大難題。"
    #expect(try Self.pick(3, twin + variant + twin + other).count == 2)
    #expect(try Self.pick(9, String(repeating: twin, count: 40)) == [twin])
  }

  @Test("keeps to a length")
  func keepsToALength() throws {
    for length in [1, 20, 30, 60, 100] {
      #expect(try Self.pick(5, Self.text, length: length).joined().utf16.count <= length)
    }
    #expect(try Self.pick(5, Self.text, length: 60).count == 2)
  }

  @Test("prefers sentences that stand alone")
  func prefersWhatStandsAlone() throws {
    for weak in ["然而算力中心需要穩定的電力供應和土地。", "算力中心是否需要穩定的電力供應和土地？"] {
      #expect(
        try Self.pick(1, weak + "算力中心一向需要穩定的電力供應和土地。")
          == ["算力中心一向需要穩定的電力供應和土地。"])
    }
  }

  @Test("takes a table without a full stop for no sentence, however many words it has")
  func takesNoTable() throws {
    let table = String(repeating: "算力中心 產業發展 電力供應 土地規劃 ", count: 60)
    let sentence = "算力中心一向需要穩定的電力供應和土地。"
    #expect(try Self.pick(1, table + "\u{2029}" + sentence) == [sentence])
  }

  @Test("of a text that says nothing is empty", arguments: ["", "。", "！？……，", "的", " \u{3000}\n"])
  func ofATextThatSaysNothing(text: String) throws {
    #expect(try Self.pick(3, text).isEmpty)
  }

  @Test("is found in English text too")
  func isFoundInEnglish() throws {
    let text =
      "The weather was fine yesterday afternoon. The port needs more cranes and more port workers. "
      + "Port workers want better pay at the port."
    #expect(try Self.pick(1, text).map { $0.contains("port") } == [true])
  }
}
