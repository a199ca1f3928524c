import Testing

@testable import LunhengCore

@Suite("Words in token queries")
struct WordClassifierTests {
  /// Whether the word passes the only test of a query for words.
  private func passes(_ word: String, _ value: String) throws -> Bool {
    let text = "[word=\"\(value)\"]"
    let query = try CompiledQuery(try TokenQuery(text), text: text)
    let classifier = WordClassifier(query)
    let form = FoldTable.standard.base(of: Array(word.utf16))
    let folded = FoldedText(Array(word.utf16)).units
    return classifier.testsPassed(folded: folded, tag: 0)
      | classifier.literalTestsPassed(form: form)
      == 1
  }

  @Test(
    "are equal as terms of codebooks are",
    arguments: [
      ("線路", "綫路", true), ("线路", "線路", true), ("發展", "发展", true), ("AI", "ai", true),
      ("ＡＩ", "AI", true), ("后", "後", false), ("皇后", "皇后", true), ("金融", "金", false),
      ("金", "金融", false),
    ])
  func comparesWords(_ word: String, _ value: String, _ expected: Bool) throws {
    #expect(try passes(word, value) == expected)
  }

  @Test(
    "match a regular expression as a whole, folded",
    arguments: [
      ("金融業", "金融.*", true), ("國際金融", "金融.*", false), ("國際金融", ".*金融", true),
      ("綫路圖", "線路.*", true), ("线路图", "線路.?", true), ("AI", "a[hi]", true),
      ("2047", #"\d+"#, true), ("2047年", #"\d+"#, false), ("貿易", "金融|貿易", true),
      ("金融貿易", "金融|貿易", false), ("？", "[？]", true), ("好", "好？", false),
      ("香港", #"\p{Han}{2}"#, true), ("HK", #"\p{Han}{2}"#, false),
    ])
  func matchesPatterns(_ word: String, _ value: String, _ expected: Bool) throws {
    #expect(try passes(word, value) == expected)
  }

  @Test("pass tests of parts of speech")
  func knowsTags() throws {
    let text = #"[pos="ADJ"] [pos="NOUN|VERB"]"#
    let classifier = WordClassifier(try CompiledQuery(try TokenQuery(text), text: text))
    #expect(classifier.testsPassed(tag: PartOfSpeech.adjective.rawValue) == 1)
    #expect(classifier.testsPassed(tag: PartOfSpeech.verb.rawValue) == 2)
    #expect(classifier.testsPassed(tag: PartOfSpeech.adverb.rawValue) == 0)
    #expect(!classifier.isOfLiteralsOnly && !classifier.readsText)
  }
}
