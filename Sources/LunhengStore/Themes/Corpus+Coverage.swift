import GRDB
import LunhengCore

extension Corpus {
  /// What the documents that `filter` selects cover of a codebook, in the order of documents;
  /// themes by ordinal, those without a match left out.
  ///
  /// A document that the codebook has not been applied to yet covers nothing here:
  /// `documentCount(pending:)` tells whether there are such.
  ///
  /// - Parameter codebook: the row that `register` gave.
  /// - Complexity: O(documents · log documents + cells). Matches are not read.
  /// - Throws: `StoreError`.
  public func coverageRecords(
    codebook: Int64, matching filter: DocumentFilter = DocumentFilter()
  ) throws(StoreError) -> [DocumentCoverage] {
    try read { database in
      var records: [DocumentCoverage] = []
      try Self.scanCoverage(codebook, filter, database) { records.append($0) }
      return records
    }
  }

  /// Gives what each document covers to `body`, as `coverageRecords` does. Memory does not grow
  /// with the corpus.
  ///
  /// - Complexity: O(documents · log documents + cells).
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachCoverageRecord(
    codebook: Int64, matching filter: DocumentFilter = DocumentFilter(),
    _ body: (DocumentCoverage) throws -> Void
  ) throws {
    try stream { try Self.scanCoverage(codebook, filter, $0, body) }
  }

  private static func scanCoverage(
    _ codebook: Int64, _ filter: DocumentFilter, _ database: Database,
    _ body: (DocumentCoverage) throws -> Void
  ) throws {
    let scores = try Query(
      separate: """
        SELECT theme, matches, passages, score FROM coverage
        WHERE document = ? AND codebook = ? ORDER BY theme
        """, in: database)
    try DocumentSelection(filter).read(database) { document in
      let themes = try scores.map(document.rowID, codebook) {
        ThemeScore(
          theme: $0.int(0), count: $0.int(1), passages: $0.int(2), score: $0.double(3))
      }
      try body(
        DocumentCoverage(
          key: document.key, title: document.title, authors: document.authors,
          publication: document.publication, date: document.date,
          characters: document.characters, themes: themes))
    }
  }
}
