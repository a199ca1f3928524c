import Testing

@testable import LunhengCore

@Suite("The segmenter")
struct SegmenterTests {
  private static func words(_ text: String, lexicon: [String] = []) throws -> [String] {
    var worker = try Segmenter(lexicon: lexicon).makeWorker()
    var tokens: [Token] = []
    let units = Array(text.utf16)
    worker.segment(units, into: &tokens)
    return tokens.map { String(decoding: units[$0.range], as: UTF16.self) }
  }

  @Test("divides by ICU's dictionary and rules")
  func dividesByICU() throws {
    #expect(try Self.words("香港經濟，3.5% AI") == ["香港", "經濟", "，", "3.5", "%", " ", "AI"])
  }

  @Test("lets a lexicon word win wherever it matches")
  func letsALexiconWordWin() throws {
    #expect(try Self.words("發展新質生產力") == ["發展", "新", "質", "生產力"])
    #expect(
      try Self.words("發展新質生產力", lexicon: ["新質生產力"]) == ["發展", "新質生產力"])
    #expect(try Self.words("香港人", lexicon: ["港人"]) == ["香", "港人"])
  }

  @Test("tiles every text, whatever the lexicon", arguments: 0..<300 as Range<UInt64>)
  func tilesEveryText(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = "香港國際金融 AI9，。𨋢"
    let lexicon = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      random.text(of: alphabet, length: 1...4)
    }
    let units = Array(random.text(of: alphabet, length: 0...40).utf16)
    var worker = try Segmenter(lexicon: lexicon).makeWorker()
    var tokens: [Token] = []
    worker.segment(units, into: &tokens)
    #expect(tokens.first?.start ?? 0 == 0)
    #expect(tokens.last.map { Int($0.end) } ?? 0 == units.count)
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(tokens.allSatisfy { $0.start < $0.end })
    #expect(TokenEncoding.decode(TokenEncoding.encode(tokens)) == tokens)

    // Each leftmost-longest lexicon match is one token.
    var hits: [PhraseMatcher.Hit] = []
    PhraseMatcher(lexicon).findAll(in: units, into: &hits)
    PhraseMatcher.keepLeftmostLongest(&hits)
    for hit in hits {
      #expect(tokens.contains { $0.range == hit.range })
    }
  }

  @Test("gives the same tokens whatever came before")
  func givesTheSameTokensWhateverCameBefore() throws {
    var worker = try Segmenter().makeWorker()
    var first: [Token] = []
    var again: [Token] = []
    let units = Array("北部都會區的算力中心".utf16)
    worker.segment(units, into: &first)
    worker.segment(Array("完全不同的另一段文字。".utf16), into: &again)
    worker.segment(units, into: &again)
    #expect(first == again)
  }

  @Test("names in its identity what results depend on")
  func namesWhatResultsDependOn() {
    #expect(Segmenter().identity == Segmenter().identity)
    #expect(Segmenter(lexicon: ["甲"]).identity != Segmenter(lexicon: ["乙"]).identity)
    #expect(Segmenter(lexicon: ["甲乙"]).identity != Segmenter(lexicon: ["甲", "乙"]).identity)
  }

  @Test("splits sentences and keeps closing quotes with them")
  func splitsSentences() throws {
    var splitter = try SentenceSplitter()
    let units = Array("他說：「好。」我們走吧！真的？ 是的。".utf16)
    let sentences = splitter.sentences(of: units).map {
      String(decoding: units[$0], as: UTF16.self)
    }
    #expect(sentences == ["他說：「好。」", "我們走吧！", "真的？", "是的。"])
  }
}
