import GRDB
import LunhengCore

extension Corpus {
  /// The documents that `filter` selects, by date (undated last) and key.
  ///
  /// - Complexity: O(documents · log documents).
  /// - Throws: `StoreError`.
  public func documents(
    matching filter: DocumentFilter = DocumentFilter(), limit: Int? = nil, offset: Int = 0
  ) throws(StoreError) -> [DocumentSummary] {
    try read { database in
      var summaries: [DocumentSummary] = []
      try DocumentSelection(filter, limit: limit, offset: offset).read(database) {
        summaries.append($0)
      }
      return summaries
    }
  }

  /// Gives the documents that `filter` selects to `body`, by date (undated last) and key. Memory
  /// does not grow with the corpus.
  ///
  /// All of them are of one state of the corpus; what `body` reads through the corpus is too.
  ///
  /// - Complexity: O(documents · log documents).
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachDocument(
    matching filter: DocumentFilter = DocumentFilter(), _ body: (DocumentSummary) throws -> Void
  ) throws {
    try stream { try DocumentSelection(filter).read($0, body) }
  }

  /// The document of a key as it was ingested: metadata with evidence, all blocks, source maps.
  ///
  /// - Complexity: O(size of the document + log documents).
  /// - Throws: `StoreError`.
  public func document(key: String) throws(StoreError) -> Document? {
    try read { database in
      var row: Int64 = 0
      let document = try Query(
        "SELECT id, title, date, publication, page, url FROM document WHERE key = ?", in: database
      ).first(key) { columns in
        row = columns.int64(0)
        return Document(
          id: key,
          metadata: Metadata(
            title: columns.optionalText(1).map { Attributed($0) },
            publication: columns.optionalText(3).map { Attributed($0) },
            date: try columns.optionalDate(2).map { Attributed($0) },
            page: columns.optionalText(4).map { Attributed($0) },
            url: columns.optionalText(5).map { Attributed($0) }),
          blocks: [])
      }
      guard var document else { return nil }
      document.metadata.authors = try Query(
        "SELECT name FROM document_author WHERE document = ? ORDER BY position", in: database
      ).map(row) { Attributed($0.text(0)) }
      try Self.addEvidence(to: &document.metadata, row: row, database)
      document.blocks = try Query(
        "SELECT \(Block.storedColumns) FROM block WHERE document = ? ORDER BY ordinal",
        in: database
      ).map(row) { try Block($0) }
      return document
    }
  }

  private static func addEvidence(
    to metadata: inout Metadata, row: Int64, _ database: Database
  ) throws {
    try Query(
      """
      SELECT field, position, text, line, "column", byte, scalar FROM evidence WHERE document = ?
      """, in: database
    ).read(row) { columns in
      let evidence = Evidence(
        text: columns.text(2),
        position: SourcePosition(
          line: columns.int(3), column: columns.int(4), byte: columns.int(5),
          scalar: columns.int(6)))
      switch MetadataField(rawValue: columns.text(0)) {
      case .title: metadata.title?.evidence = evidence
      case .publication: metadata.publication?.evidence = evidence
      case .date: metadata.date?.evidence = evidence
      case .page: metadata.page?.evidence = evidence
      case .url: metadata.url?.evidence = evidence
      case .author where metadata.authors.indices.contains(columns.int(1)):
        metadata.authors[columns.int(1)].evidence = evidence
      case .author, nil: throw DamagedValue("evidence of \(columns.text(0))")
      }
    }
  }
}
