import LunhengCore
import LunhengStore

/// Asks a corpus for the keywords that the keyword stage stored: of each document, of groups of
/// documents, or of all.
public struct KeywordQuery: Sendable {
  public var documents: DocumentFilter
  /// Keywords of each document, of each group or of all.
  public var limit: Int
  /// Whether rows say where the keyword stands, which reads the text.
  public var hasEvidence: Bool

  public init(
    documents: DocumentFilter = DocumentFilter(), limit: Int = 10, hasEvidence: Bool = false
  ) {
    self.documents = documents
    self.limit = limit
    self.hasEvidence = hasEvidence
  }

  /// A keyword of a document or of a group.
  public struct Row: Hashable, Sendable {
    /// The document's key, or the group's; nil for the group of documents that lack the field.
    public var group: String?
    /// The document's title.
    public var title: String?
    /// From 1.
    public var rank: Int
    public var term: String
    public var score: Double
    public var count: Int
    /// Documents that have it among their keywords, and all of the group.
    public var documents: Int
    public var documentsInGroup: Int
    public var evidence: Evidence?
  }

  /// An occurrence of a keyword.
  public struct Evidence: Hashable, Sendable {
    public var snippet: String
    /// "file:line".
    public var place: String
    /// The page of the file, from 1, where pages can be told.
    public var page: Int?
  }

  /// The keywords of each document, in the order of documents.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachDocument(of corpus: Corpus, _ body: ([Row]) throws -> Void) throws {
    try corpus.forEachDocumentKeywords(matching: documents, limit: limit) { summary, keywords in
      let document = hasEvidence ? try corpus.document(key: summary.key) : nil
      try body(
        keywords.enumerated().map { rank, keyword in
          Row(
            group: summary.key, title: summary.title, rank: rank + 1, term: keyword.term,
            score: keyword.score, count: keyword.count, documents: 1, documentsInGroup: 1,
            evidence: document.flatMap {
              Self.evidence(Self.shown(keyword.positions, in: $0), in: $0, summary)
            })
        })
    }
  }

  /// The keywords of groups, by group; with nil those of all documents as one. Score: see
  /// `CorpusKeywords`.
  ///
  /// Complexity: O(keywords of all documents); memory grows with the distinct ones.
  ///
  /// - Throws: `StoreError`.
  public func rows(of corpus: Corpus, by grouping: CoverageGrouping?) throws -> [Row] {
    var sums = CorpusKeywords()
    try corpus.forEachDocumentKeywords(matching: documents) { document, keywords in
      sums.add(
        keywords, of: document.key, to: grouping.map { document.groups(by: $0) } ?? [nil])
    }
    return try sums.best(limit).flatMap { group in
      try group.entries.enumerated().map { rank, entry in
        Row(
          group: group.key, rank: rank + 1, term: entry.term, score: entry.score,
          count: entry.count, documents: entry.documents, documentsInGroup: group.documents,
          evidence: hasEvidence ? try Self.evidence(for: entry, in: corpus) : nil)
      }
    }
  }

  private static func evidence(
    for entry: CorpusKeywords.Entry, in corpus: Corpus
  ) throws -> Evidence? {
    guard
      let summary = try corpus.documents(
        matching: DocumentFilter(keys: [entry.firstDocument]), limit: 1
      ).first,
      let document = try corpus.document(key: entry.firstDocument)
    else { return nil }
    return evidence(entry.firstPosition, in: document, summary)
  }

  /// The position to show: the first in a paragraph, or else the first.
  private static func shown(
    _ positions: [Keyword.Position], in document: Document
  ) -> Keyword.Position? {
    positions.first { position in
      document.blocks.indices.contains(position.block)
        && document.blocks[position.block].role == .paragraph
    } ?? positions.first
  }

  private static func evidence(
    _ position: Keyword.Position?, in document: Document, _ summary: DocumentSummary
  ) -> Evidence? {
    // What stands in a title apart from the text has no place in it.
    guard let position else {
      return summary.title.map { Evidence(snippet: $0, place: summary.place(line: nil)) }
    }
    guard document.blocks.indices.contains(position.block) else { return nil }
    let block = document.blocks[position.block]
    guard position.range.upperBound <= block.units.count else { return nil }
    return Evidence(
      snippet: KeywordSnippet.text(around: position.range, of: block.units),
      place: summary.place(line: block.source.position(at: position.range.lowerBound).line),
      page: block.page)
  }
}

extension DocumentSummary {
  /// "file:line" of a line of the document; of a record the record's own.
  fileprivate func place(line: Int?) -> String {
    (recordLine ?? line).map { "\(path):\($0)" } ?? path
  }
}
