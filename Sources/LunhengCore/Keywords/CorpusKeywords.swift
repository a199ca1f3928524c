/// Adds up the keywords of documents to those of groups of documents, or of a whole corpus.
///
/// A term's score in a group is the sum of its weights in the group's documents × the share of them
/// that have it × the square of its specificity. A weight is a keyword's score against the best of its
/// document, so that all documents count alike; the specificity is m / (m + o) for mean weights m in the
/// group and o in the documents outside it: 1 for what only the group is about, 1/4 after squaring for
/// what all are about as much.
public struct CorpusKeywords: Sendable {
  public struct Entry: Hashable, Sendable {
    /// As the first document with it prints it.
    public var term: String
    public var score: Double
    /// Occurrences in the documents that have it among their keywords.
    public var count: Int
    /// Those documents.
    public var documents: Int
    /// The first of them.
    public var firstDocument: String
    /// Where that document has it; nil if only in a title apart from its text.
    public var firstPosition: Keyword.Position?
  }

  public struct Group: Hashable, Sendable {
    /// Nil for documents that lack the field, and for a whole corpus.
    public var key: String?
    public var documents: Int
    /// Best first; equal scores by term.
    public var entries: [Entry]
  }

  private struct Sums {
    var documents = 0
    /// By hash of the folded term.
    var entries: [UInt64: Entry] = [:]
  }

  private var groups: [String?: Sums] = [:]
  private var documents = 0
  /// Weights in all documents, by hash.
  private var weights: [UInt64: Double] = [:]
  private var folded = FoldedText()

  public init() {}

  /// Adds one document's keywords. Add documents in a fixed order: sums depend on it in the last bit.
  ///
  /// - Parameters:
  ///   - document: names it.
  ///   - keys: the groups that it counts in, each once.
  public mutating func add(_ keywords: [Keyword], of document: String, to keys: [String?] = [nil]) {
    documents += 1
    let best = keywords.reduce(0) { max($0, $1.score) }
    let hashes = keywords.map { keyword in
      folded.fold(Array(keyword.term.utf16))
      return folded.units.withUnsafeBufferPointer { WordHash.of($0) }
    }
    func weight(_ keyword: Keyword) -> Double { best > 0 ? keyword.score / best : 0 }
    for (hash, keyword) in zip(hashes, keywords) { weights[hash, default: 0] += weight(keyword) }
    for key in keys {
      groups[key, default: Sums()].documents += 1
      for (hash, keyword) in zip(hashes, keywords) {
        var entry =
          groups[key]!.entries[hash]
          ?? Entry(
            term: keyword.term, score: 0, count: 0, documents: 0, firstDocument: document,
            firstPosition: keyword.positions.first)
        entry.score += weight(keyword)
        entry.count += keyword.count
        entry.documents += 1
        groups[key]!.entries[hash] = entry
      }
    }
  }

  /// The groups by key, documents without one last, each with its `limit` best keywords.
  public func best(_ limit: Int) -> [Group] {
    groups.map { key, sums in
      let others = Double(documents - sums.documents)
      let entries = sums.entries.map { hash, entry in
        var entry = entry
        let inside = entry.score / Double(sums.documents)
        let outside = others > 0 ? max(weights[hash]! - entry.score, 0) / others : 0
        let specificity = inside > 0 ? inside / (inside + outside) : 0
        let spread = Double(entry.documents) / Double(sums.documents)
        entry.score *= spread * specificity * specificity
        return entry
      }
      let best = entries.sorted { left, right in
        left.score != right.score
          ? left.score > right.score
          : left.term.unicodeScalars.lexicographicallyPrecedes(right.term.unicodeScalars)
      }
      return Group(key: key, documents: sums.documents, entries: Array(best.prefix(limit)))
    }.sorted { CoverageMatrix.precedes($0.key, $1.key) }
  }
}
