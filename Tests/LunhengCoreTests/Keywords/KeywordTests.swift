import Testing

@testable import LunhengCore

@Suite("Keywords")
struct KeywordTests {
  private static func blocks(_ texts: [String]) throws -> [(units: [UInt16], tokens: [Token])] {
    var worker = try Segmenter().makeWorker()
    return texts.map { text in
      var tokens: [Token] = []
      worker.segment(Array(text.utf16), into: &tokens)
      return (Array(text.utf16), tokens)
    }
  }

  private static func keywords(
    _ texts: [String], method: KeywordMethod = .tfidf, limit: Int = 10
  ) throws -> [Keyword] {
    let candidates = KeywordCandidates(try blocks(texts), method: method)
    var frequencies = DocumentFrequencies()
    frequencies.add(candidates)
    return candidates.keywords(method: method, frequencies: frequencies, limit: limit)
  }

  private static let text = [
    "新質生產力是創新的結果，新質生產力帶來新的產業集群。", "產業集群要靠新質生產力，香港的產業集群尚未成形。",
    "香港要留住新質生產力，才有產業集群。",
  ]

  @Test("have terms whole that the segmenter splits", arguments: KeywordMethod.allCases)
  func haveTermsWhole(method: KeywordMethod) throws {
    let keywords = try Self.keywords(Self.text, method: method)
    #expect(Set(keywords.prefix(2).map(\.term)) == ["新質生產力", "產業集群"])
    #expect(keywords.first { $0.term == "新質生產力" }?.count == 4)
    #expect(!keywords.contains { $0.term == "生產力" || $0.term == "集群" })
  }

  @Test("have no stop words, single characters or bare numbers", arguments: KeywordMethod.allCases)
  func haveNoStopWords(method: KeywordMethod) throws {
    let keywords = try Self.keywords(
      ["我們的政策，在 2023 年的我們，都是因為錢，錢，錢。the policy of the 2023"], method: method)
    #expect(Set(keywords.map(\.term)) == ["政策", "policy"])
  }

  @Test("weigh rare words above common ones")
  func weighRareWords() throws {
    let documents = try ["香港 房屋", "香港 醫療", "香港 交通"].map {
      KeywordCandidates(try Self.blocks([$0]), method: .tfidf)
    }
    var frequencies = DocumentFrequencies()
    for document in documents { frequencies.add(document) }
    let keywords = documents[0].keywords(method: .tfidf, frequencies: frequencies, limit: 5)
    #expect(keywords.map(\.term) == ["房屋", "香港"])
    // 1/2 × (ln(4/2) + 1)
    #expect(abs(keywords[0].score - 0.846573590279973) < 1e-12)
  }

  @Test("of an empty or wordless text are none", arguments: [[], [""], ["，。！"], ["的的的"]])
  func ofAnEmptyTextAreNone(texts: [String]) throws {
    #expect(try Self.keywords(texts, method: .textrank).isEmpty)
  }

  @Test("of a corpus add up those of its documents")
  func ofACorpus() {
    var corpus = CorpusKeywords()
    corpus.add([Keyword(term: "甲", score: 1, count: 2), Keyword(term: "乙", score: 0.6, count: 1)])
    corpus.add([Keyword(term: "乙", score: 0.6, count: 3)])
    #expect(
      corpus.best(5) == [
        .init(keyword: Keyword(term: "乙", score: 1.2, count: 4), documents: 2),
        .init(keyword: Keyword(term: "甲", score: 1, count: 2), documents: 1),
      ])
  }

  @Test("rank a graph as PageRank does")
  func rankAGraph() {
    // A star of three leaves; by hand: hub 1.9189…, leaves 0.6937….
    var graph = WeightedGraph(vertices: 4)
    for leaf in 1...3 { graph.addWeight(1, between: 0, and: leaf) }
    let scores = graph.pageRank()
    #expect(abs(scores[0] - 0.15 - 0.85 * 3 * scores[1]) < 1e-5)
    #expect(abs(scores[1] - 0.15 - 0.85 * scores[0] / 3) < 1e-5)
  }
}
