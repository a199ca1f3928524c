import Testing

@testable import LunhengCore

@Suite("Keywords")
struct KeywordTests {
  private static let text = [
    "新質生產力是創新的結果，新質生產力帶來新的產業集群。", "產業集群要靠新質生產力，香港的產業集群尚未成形。",
    "香港要留住新質生產力，才有產業集群。",
  ]

  @Test("have terms whole that the segmenter splits", arguments: KeywordMethod.allCases)
  func haveTermsWhole(method: KeywordMethod) throws {
    let keywords = try KeywordSamples.keywords(Self.text, method: method)
    #expect(Set(keywords.prefix(2).map(\.term)) == ["新質生產力", "產業集群"])
    #expect(keywords.first { $0.term == "新質生產力" }?.count == 4)
    #expect(!keywords.contains { $0.term == "生產力" || $0.term == "集群" })
  }

  @Test("have no stop words, single characters or bare numbers", arguments: KeywordMethod.allCases)
  func haveNoStopWords(method: KeywordMethod) throws {
    let keywords = try KeywordSamples.keywords(
      ["我們的政策，在 2023 年的我們，都是因為錢，錢，錢。the policy of the 2023"], method: method)
    #expect(Set(keywords.map(\.term)) == ["政策", "policy"])
  }

  @Test(
    "of a text that says little are none", arguments: KeywordMethod.allCases,
    [[], [""], ["我"], ["，。！「」"], ["的的的"], ["   \u{3000}"], ["1 2 3"], ["🙂🙂"], ["\u{D7FF}"]])
  func ofAPoorTextAreNone(method: KeywordMethod, texts: [String]) throws {
    #expect(try KeywordSamples.keywords(texts, method: method).isEmpty)
  }

  @Test("of one repeated sentence are its words", arguments: KeywordMethod.allCases)
  func ofARepeatedSentence(method: KeywordMethod) throws {
    let sentence = "香港的鐵路和人才。"
    let keywords = try KeywordSamples.keywords(
      [String(repeating: sentence, count: 200)], method: method)
    #expect(Set(keywords.map(\.term)) == ["香港", "鐵路", "人才"])
    #expect(keywords.allSatisfy { $0.count == 200 && $0.positions.count == 200 })
    #expect(keywords.allSatisfy { $0.score.isFinite && $0.score > 0 })
  }

  @Test("of an English text are its words and recurring phrases", arguments: KeywordMethod.allCases)
  func ofAnEnglishText(method: KeywordMethod) throws {
    let keywords = try KeywordSamples.keywords(
      ["Machine learning is a policy. The policy of machine learning needs machine learning."],
      method: method)
    #expect(keywords.prefix(2).map { $0.term.lowercased() }.contains("machine learning"))
    #expect(!keywords.contains { $0.term == "the" || $0.term == "The" || $0.term == "learning" })
  }

  @Test("of letters before long Chinese words are found, which once ended the program")
  func ofLettersBeforeLongWords() throws {
    let keywords = try KeywordSamples.keywords(
      ["Smart智能運輸系統及車路協同示範工程，Lab國際算力產業集群發展研究中心籌備委員會。"], method: .combined)
    #expect(!keywords.isEmpty)
  }

  @Test("weigh rare words above common ones, and unknown ones as the rarest")
  func weighRareWords() throws {
    let background = try KeywordBackground.make(["香港": 0.5, "房屋": 0.01])
    let keywords = try KeywordSamples.keywords(["香港 房屋 鐵路"], background: background)
    #expect(keywords.map(\.term) == ["鐵路", "房屋", "香港"])
    // 1/3 × −ln(10⁻⁶)
    #expect(abs(keywords[0].score - 4.605_170_185_988_091) < 1e-9)
    // 1/3 × −ln(1/2), which the file holds exactly
    #expect(abs(keywords[2].score - 0.231_049_060_186_648) < 1e-9)
  }

  @Test("do not depend on what was read before", arguments: KeywordMethod.allCases)
  func doNotDependOnTheDocumentBefore(method: KeywordMethod) throws {
    let others = [Self.text, ["香港"], [], [String(repeating: "房屋政策要有土地。", count: 500)]]
    var worker = KeywordExtractor(method: method, background: nil).makeWorker()
    for other in others {
      _ = worker.keywords(of: try KeywordSamples.blocks(other), limit: 5)
      #expect(
        worker.keywords(of: try KeywordSamples.blocks(Self.text), limit: 5, hasSnippets: true)
          == (try KeywordSamples.keywords(Self.text, method: method, limit: 5)))
    }
  }

  @Test("are the first of more", arguments: KeywordMethod.allCases)
  func areTheFirstOfMore(method: KeywordMethod) throws {
    let all = try KeywordSamples.keywords(Self.text, method: method, limit: .max)
    for limit in 0...all.count + 1 {
      #expect(
        try KeywordSamples.keywords(Self.text, method: method, limit: limit)
          == Array(all.prefix(limit)))
    }
  }

  @Test("of which one lies in the other are both there only if each stands alone often")
  func doNotSayTheSameTwice() throws {
    let rarely = ["香港特區要發展。香港特區有人才。香港有鐵路。"]
    let terms = try KeywordSamples.keywords(rarely, limit: .max).map(\.term)
    #expect(terms.filter { $0.hasPrefix("香港") }.count == 1)
    let often = [
      "房屋政策要改。", "他說房屋政策很好。", "誰的房屋政策？", "政策有人才。", "政策看市場。", "這個政策。",
    ]
    let both = try KeywordSamples.keywords(often, limit: .max).map(\.term)
    #expect(both.contains("房屋政策") && both.contains("政策"))
  }

  @Test("are short terms that the text quotes, though they stand once")
  func areQuotedTerms() throws {
    let keywords = try KeywordSamples.keywords(["他說「搶人才計劃」有《施政報告》支持。"])
    #expect(keywords.map(\.term).contains("搶人才計劃"))
    #expect(!keywords.map(\.term).contains("搶人才計劃」有《施政報告"))
  }

  @Test("are printed as the text does most often, and found in all spellings")
  func areAsPrinted() throws {
    let keywords = try KeywordSamples.keywords(["鐵路。铁路。鐵\u{200B}路。鐵路。"], limit: 1)
    #expect(keywords.first?.term == "鐵路")
    #expect(keywords.first?.count == 4)
    #expect(keywords.first?.positions.map(\.range) == [0..<2, 3..<5, 6..<9, 10..<12])
  }

  @Test("of a title that is given apart count it, without a position there")
  func countTheTitle() throws {
    var blocks = try KeywordSamples.blocks(["鐵路的將來", "鐵路要有人才。"])
    blocks[0].ordinal = nil
    blocks[0].role = .title
    var worker = KeywordExtractor(method: .tfidf, background: nil).makeWorker()
    let keyword = worker.keywords(of: blocks, limit: 1, hasSnippets: true)[0]
    #expect(keyword.term == "鐵路")
    #expect(keyword.count == 2)
    #expect(keyword.positions == [Keyword.Position(block: 1, range: 0..<2)])
    #expect(keyword.snippet == "鐵路要有人才。")
  }

  @Test("show the sentence around them, cut at a distance")
  func showASnippet() {
    func snippet(_ text: String, _ word: String) -> String {
      let units = Array(text.utf16)
      let start = (0..<units.count).first { units[$0...].starts(with: word.utf16) }!
      return KeywordSnippet.text(around: start..<start + word.utf16.count, of: units)
    }
    #expect(snippet("前一句。鐵路要有人才。後一句。", "鐵路") == "鐵路要有人才。")
    #expect(snippet("鐵路", "鐵路") == "鐵路")
    let long = String(repeating: "甲", count: 30) + "鐵路" + String(repeating: "乙", count: 30)
    #expect(
      snippet(long, "鐵路")
        == "…" + String(repeating: "甲", count: 20) + "鐵路" + String(repeating: "乙", count: 20)
        + "…")
    let pairs = String(repeating: "𠮷", count: 30)
    #expect(snippet(pairs + "A鐵路" + pairs, "鐵路").unicodeScalars.allSatisfy { $0 != "\u{FFFD}" })
    #expect(
      snippet("A machine that learns from internationalisation grows.", "learns")
        == "A machine that learns from internationalisation…")
  }
}
