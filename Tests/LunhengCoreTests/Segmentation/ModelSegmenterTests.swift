import Testing

@testable import LunhengCore

@Suite("The segmenter with a model")
struct ModelSegmenterTests {
  private static func words(_ text: String, lexicon: [String] = []) throws -> [String] {
    let units = Array(text.utf16)
    return try tokens(units, lexicon: lexicon).map {
      String(decoding: units[$0.range], as: UTF16.self)
    }
  }

  private static func tokens(_ units: [UInt16], lexicon: [String] = []) throws -> [Token] {
    var worker = try Segmenter(model: SampleModel.model.get(), lexicon: lexicon).makeWorker()
    var tokens: [Token] = []
    worker.segment(units, into: &tokens)
    return tokens
  }

  @Test("divides what it has learnt", arguments: SampleModel.sentences)
  func dividesWhatItHasLearnt(sentence: String) throws {
    let words = sentence.split(separator: " ").map(String.init)
    #expect(try Self.words(words.joined()) == words)
  }

  @Test(
    "keeps numbers, dates, addresses and the like whole",
    arguments: [
      "3.5%", "1,234.5", "12.5％", "2023-12-18", "18/12/2023", "12:30",
      "DC-10".replacing("-", with: "_"),
      "https://www.gov.hk/tc/a?b=1&c=%20", "www.info.gov.hk", "a.b-c@legco.gov.hk", "don't", "３．５",
      "ABC", "B2B", "👨‍👩‍👧", "🇭🇰", "e\u{301}te", "ไทย", "𨋢",
    ])
  func keepsWhole(text: String) throws {
    #expect(try Self.words("政府\(text)，香港").contains(text))
    #expect(try Self.words(text) == [text])
  }

  @Test(
    "ends an address before the punctuation that follows it",
    arguments: [
      ("見https://a.hk/b。", "https://a.hk/b"), ("(www.a.hk)", "www.a.hk"), ("a@b.hk.", "a@b.hk"),
    ])
  func endsAnAddress(text: String, address: String) throws {
    #expect(try Self.words(text).contains(address))
  }

  @Test("lets a lexicon word hold in any context")
  func letsALexiconWordHold() throws {
    #expect(try Self.words("香港人", lexicon: ["港人"]) == ["香", "港人"])
    #expect(try Self.words("目的", lexicon: ["的"]) == ["目", "的"])
    #expect(try Self.words("the data centre", lexicon: ["data centre"]).contains("data centre"))
    #expect(try Self.words("用GPT-4o做功課", lexicon: ["GPT-4o"]).contains("GPT-4o"))
    #expect(try Self.words("12.5%", lexicon: ["12.5"]) == ["12.5", "%"])
    #expect(try Self.words("第21條", lexicon: ["第21條"]) == ["第21條"])
  }

  @Test("holds a lexicon word whose last character carries a mark")
  func holdsAWordWithAMark() throws {
    #expect(try Self.words("香港\u{FE00}人", lexicon: ["香港"]) == ["香港\u{FE00}", "人"])
  }

  @Test("tiles every text and holds every lexicon word", arguments: 0..<300 as Range<UInt64>)
  func tilesEveryText(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = "香港國際金融問題 AI9.%-，。𨋢😀\u{301}\u{200D}か"
    let lexicon = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      random.text(of: "香港國際金融問題 AI9", length: 1...4)
    }
    let units = Array(random.text(of: alphabet, length: 0...60).utf16)
    let tokens = try Self.tokens(units, lexicon: lexicon)
    #expect(tokens.first?.start ?? 0 == 0)
    #expect(tokens.last.map { Int($0.end) } ?? 0 == units.count)
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(tokens.allSatisfy { $0.start < $0.end })
    #expect(!tokens.contains { units[Int($0.start)] & 0xFC00 == 0xDC00 }, "cuts a character")

    var hits: [PhraseMatcher.Hit] = []
    PhraseMatcher(lexicon).findAll(in: units, into: &hits)
    PhraseMatcher.keepLeftmostLongest(&hits)
    for range in hits.map(\.range) {
      let token = tokens.first { $0.range.contains(range.lowerBound) }!
      // Marks belong to the character before them.
      #expect(token.range.upperBound >= range.upperBound)
      #expect(
        units[range.upperBound..<token.range.upperBound].allSatisfy { $0 == 0x301 || $0 == 0x200D })
    }
  }

  @Test("never cuts what ICU keeps whole outside Chinese", arguments: 0..<300 as Range<UInt64>)
  func neverCutsWhatICUKeeps(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let units = Array(
      random.text(of: "abZ019.,'_:-/% \u{301}éßи👍🏽🇭🇰กขא", length: 0...30).utf16)
    let boundaries = Set(try Self.tokens(units).map(\.end))
    var words = try BreakIterator(.word)
    var icu: Set<Int32> = []
    units.withUnsafeBufferPointer { buffer in
      words.forEachSegment(of: buffer) { icu.insert(Int32($0.end)) }
    }
    // Runs of spaces are one token here and one each in ICU where marks follow them.
    let cut = boundaries.subtracting(icu).filter { units[Int($0) - 1] != 0x20 }
    #expect(cut.isEmpty, "\(String(decoding: units, as: UTF16.self)) at \(cut.sorted())")
  }

  @Test(
    "takes any units", arguments: [[0xD800], [0xDC00, 0x9999], [0, 1, 0x1F, 0x7F], [0x301], []])
  func takesAnyUnits(units: [UInt16]) throws {
    #expect(try Self.tokens(units).reduce(0) { $0 + $1.range.count } == units.count)
  }

  @Test("gives the same tokens whatever came before")
  func givesTheSameTokensWhateverCameBefore() throws {
    var worker = try Segmenter(model: SampleModel.model.get()).makeWorker()
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let units = Array(generator.text(of: "香港政府「」能級的發展算力", length: 0...700).utf16)
      var tokens: [Token] = []
      worker.segment(units, into: &tokens)
      #expect(try tokens == Self.tokens(units))
    }
  }

  @Test("reads widths and rare variants alike")
  func readsWidthsAlike() throws {
    #expect(try Self.words("政府,市民.") == ["政府", ",", "市民", "."])
    #expect(try Self.words("政府用ＡＩ做功课") == ["政府", "用", "ＡＩ", "做", "功课"])
  }
}
