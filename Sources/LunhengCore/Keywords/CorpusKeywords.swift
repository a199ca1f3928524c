/// Adds up the keywords of documents to those of a corpus.
///
/// A term's score is the sum of its scores in the documents, so that what many documents are about
/// comes before what one of them repeats.
public struct CorpusKeywords: Sendable {
  public struct Entry: Hashable, Sendable {
    public var keyword: Keyword
    /// Documents that have it among the keywords added.
    public var documents: Int

    public init(keyword: Keyword, documents: Int) {
      self.keyword = keyword
      self.documents = documents
    }
  }

  private var entries: [String: Entry] = [:]

  public init() {}

  /// Adds one document's keywords. Add documents in a fixed order: sums depend on it in the last bit.
  public mutating func add(_ keywords: [Keyword]) {
    for keyword in keywords {
      var entry = entries[
        keyword.term,
        default: Entry(keyword: Keyword(term: keyword.term, score: 0, count: 0), documents: 0)]
      entry.keyword.score += keyword.score
      entry.keyword.count += keyword.count
      entry.documents += 1
      entries[keyword.term] = entry
    }
  }

  /// The `limit` best, best first; equal scores by term.
  public func best(_ limit: Int) -> [Entry] {
    Array(entries.values.sorted { Keyword.isBetter($0.keyword, $1.keyword) }.prefix(limit))
  }
}
