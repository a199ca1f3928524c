import RealModule

/// How keywords are weighed.
public enum KeywordMethod: String, CaseIterable, Sendable {
  /// Frequency in the document × rarity among the documents (Spärck Jones 1972).
  case tfidf
  /// Centrality in the graph of words that stand near each other (Mihalcea and Tarau 2004).
  case textrank
}

/// The candidate keywords of one document with their counts: all that keyword weighing needs of it, in
/// a few kilobytes.
public struct KeywordCandidates: Sendable {
  public struct Candidate: Hashable, Sendable {
    public var term: String
    public var count: Int
    /// TextRank of the term in the document; 0 for other methods.
    public var centrality: Double
  }

  /// By first appearance.
  public var candidates: [Candidate]

  /// Words and joined phrases of the document that may be keywords.
  ///
  /// - Parameters:
  ///   - blocks: units and tokens of each content block; the tokens tile the units.
  ///   - method: TextRank is computed here, because it needs the order of the words.
  public init(
    _ blocks: some Sequence<(units: [UInt16], tokens: [Token])>, method: KeywordMethod
  ) {
    var stream = WordStream(blocks)
    PhraseJoiner().join(&stream)
    var counts = [Int](repeating: 0, count: stream.surfaces.count)
    for word in stream.words where word != WordStream.boundary { counts[Int(word)] += 1 }
    let centrality = method == .textrank ? Self.textRank(stream) : []
    candidates = counts.indices.compactMap { word in
      guard counts[word] > 0, stream.roles[word] == .content else { return nil }
      return Candidate(
        term: stream.surfaces[word], count: counts[word],
        centrality: centrality.isEmpty ? 0 : centrality[word])
    }
  }

  /// Words within this distance of each other are linked.
  private static let window = 4

  private static func textRank(_ stream: WordStream) -> [Double] {
    var graph = WeightedGraph(vertices: stream.surfaces.count)
    var recent: [Int32] = []
    for word in stream.words where word != WordStream.boundary {
      guard stream.roles[Int(word)] == .content else { continue }
      for other in recent { graph.addWeight(1, between: Int(word), and: Int(other)) }
      recent.append(word)
      if recent.count >= window { recent.removeFirst() }
    }
    return graph.pageRank()
  }
}

/// In how many documents each term occurs.
public struct DocumentFrequencies: Sendable {
  public private(set) var documents = 0
  private var counts: [String: Int] = [:]

  public init() {}

  public mutating func add(_ document: KeywordCandidates) {
    documents += 1
    for candidate in document.candidates { counts[candidate.term, default: 0] += 1 }
  }

  /// Smoothed inverse document frequency, ln((1 + N) / (1 + n)) + 1: never 0, so that a single
  /// document still has keywords.
  public func inverse(of term: String) -> Double {
    .log(Double(1 + documents) / Double(1 + counts[term, default: 0])) + 1
  }

  public func count(of term: String) -> Int { counts[term, default: 0] }
}

extension KeywordCandidates {
  /// The `limit` best keywords, best first; equal scores by term.
  public func keywords(
    method: KeywordMethod, frequencies: DocumentFrequencies, limit: Int
  ) -> [Keyword] {
    let total = Double(max(candidates.reduce(0) { $0 + $1.count }, 1))
    return Array(
      candidates.map { candidate in
        let score =
          switch method {
          case .tfidf: Double(candidate.count) / total * frequencies.inverse(of: candidate.term)
          case .textrank: candidate.centrality
          }
        return Keyword(term: candidate.term, score: score, count: candidate.count)
      }.sorted(by: Keyword.isBetter).prefix(limit))
  }
}

extension Keyword {
  static func isBetter(_ left: Keyword, _ right: Keyword) -> Bool {
    left.score != right.score
      ? left.score > right.score
      : left.term.unicodeScalars.lexicographicallyPrecedes(right.term.unicodeScalars)
  }
}
