import Testing

@testable import LunhengCore

@Suite("Keywords of a corpus")
struct CorpusKeywordTests {
  private static func keyword(_ term: String, _ score: Double, count: Int = 1) -> Keyword {
    Keyword(
      term: term, score: score, count: count, positions: [.init(block: 1, range: 0..<2)])
  }

  @Test("add up those of its documents, each against the best of its document")
  func addUp() {
    var corpus = CorpusKeywords()
    corpus.add([Self.keyword("線路", 4, count: 2), Self.keyword("人才", 2)], of: "a")
    corpus.add([Self.keyword("人才", 0.5, count: 3)], of: "b")
    corpus.add([Self.keyword("綫路", 7)], of: "c")
    corpus.add([], of: "d")
    let groups = corpus.best(5)
    #expect(groups.count == 1)
    #expect(groups[0].documents == 4)
    // (1 + 1) × 2/4 and (1/2 + 1) × 2/4; what is spelt otherwise is the same term.
    #expect(groups[0].entries.map(\.term) == ["線路", "人才"])
    #expect(groups[0].entries.map(\.score) == [1, 0.75])
    #expect(groups[0].entries.map(\.count) == [3, 4])
    #expect(groups[0].entries.map(\.documents) == [2, 2])
    #expect(groups[0].entries.map(\.firstDocument) == ["a", "a"])
    #expect(corpus.best(1)[0].entries.count == 1)
  }

  @Test("of a group come later if all groups have them")
  func areDistinctive() {
    var corpus = CorpusKeywords()
    for year in ["2023", "2024"] {
      let own = year == "2023" ? "鐵路" : "房屋"
      corpus.add([Self.keyword("香港", 1), Self.keyword(own, 0.5)], of: year, to: [year])
    }
    corpus.add([], of: "undated", to: [nil])
    let groups = corpus.best(5)
    #expect(groups.map(\.key) == ["2023", "2024", nil])
    #expect(groups[0].entries.map(\.term) == ["鐵路", "香港"])
    #expect(groups[1].entries.map(\.term) == ["房屋", "香港"])
    #expect(groups[2].entries.isEmpty)
  }
}
