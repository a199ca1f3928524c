import LunhengCore
import Testing

@Suite("The ranking of suggestions")
struct SuggestionRankingTests {
  /// In a target of 1,000 characters and 10 documents against 9,000 and 90.
  private static func suggestion(
    _ text: String, _ target: Int, _ rest: Int, documents: Int = 8
  ) -> TermSuggestion {
    TermSuggestion(
      term: CandidateTerm(
        text: text, folded: FoldedText(Array(text.utf16)).units, count: target,
        documents: documents, aligned: target),
      occurrences: Keyness(target: target, targetSize: 1000, rest: rest, restSize: 9000),
      documents: Keyness(
        target: documents, targetSize: 10, rest: min(rest, 10), restSize: 90))
  }

  private static func best(
    _ candidates: [TermSuggestion], limit: Int = 10, known: KnownTerms = KnownTerms()
  ) -> [String] {
    SuggestionRanking().best(limit, of: candidates, without: known).map(\.term.text)
  }

  @Test("is by evidence, the best first, and ends at the limit")
  func isByEvidence() {
    let candidates = [
      Self.suggestion("甲", 10, 0), Self.suggestion("乙", 40, 10), Self.suggestion("丙", 20, 0),
      Self.suggestion("丁", 20, 0),
    ]
    #expect(Self.best(candidates) == ["乙", "丁", "丙", "甲"])
    #expect(Self.best(candidates.reversed(), limit: 2) == ["乙", "丁"])
  }

  @Test("leaves out what is not much commoner, or of too few documents")
  func leavesOut() {
    #expect(Self.best([Self.suggestion("甲", 100, 300)]) == [])
    #expect(Self.best([Self.suggestion("甲", 100, 200)]) == ["甲"])
    #expect(Self.best([Self.suggestion("甲", 100, 0, documents: 2)]) == [])
    #expect(Self.best([Self.suggestion("甲", 3, 3, documents: 3)]) == [])
  }

  @Test("leaves out a longer term where a better one within is as specific")
  func leavesOutLonger() {
    let short = Self.suggestion("公屋", 40, 4)
    #expect(Self.best([short, Self.suggestion("公屋單位", 20, 2)]) == ["公屋"])
    // 單位 is not, so that it says less than what contains it.
    #expect(
      Self.best([Self.suggestion("單位", 40, 40), Self.suggestion("公屋單位", 20, 0)])
        == ["公屋單位", "單位"])
  }

  @Test("leaves out what the codebook has, and what contains a term of the theme itself")
  func leavesOutKnown() {
    let name = LocalizedName([:])
    let codebook = Codebook(
      id: "c", name: name,
      themes: [
        Theme(
          id: "房屋", name: name,
          terms: [Term("公屋"), Term(CodingRule(.any([.phrase("居屋"), .phrase("夾屋")])))]),
        Theme(id: "資助", name: name, parent: 0, terms: [Term("綠置居")]),
        Theme(id: "運輸", name: name, terms: [Term("巴士")]),
      ])
    var known = KnownTerms()
    known.insert(codebook, own: [0])
    let texts = ["公屋", "公屋輪候", "夾屋", "綠置居單位", "巴士", "巴士總站", "巿區巴士", "樓價"]
    let best = Self.best(texts.map { Self.suggestion($0, 20, 0) }, known: known)
    #expect(Set(best) == ["巴士總站", "巿區巴士", "樓價"])
  }
}
