import GRDB
import LunhengCore

extension Corpus {
  /// Stores the keywords of documents in one transaction, in place of those they had, and stamps
  /// their stage `keywords`; gives the number of documents stored, which leaves out those replaced
  /// or removed since they were read.
  ///
  /// - Parameter stamp: names everything that the keywords depend on besides the documents.
  /// - Complexity: O(size of the batch · log documents).
  /// - Throws: `StoreError`; nothing of the batch is stored then.
  @discardableResult
  public func storeKeywords(_ batch: [DocumentKeywords], stamp: String) throws(StoreError) -> Int {
    try write { database in
      let remove = try Query("DELETE FROM keyword WHERE document = ?", in: database)
      let insert = try Query("INSERT INTO keyword VALUES (?, ?, ?, ?, ?, ?)", in: database)
      let writer = try ResultWriter(database, stage: .keywords, stamp: stamp)
      return try writer.store(batch, of: \.document) { results in
        try remove.run(results.document.rowID)
        for (rank, keyword) in results.keywords.enumerated() {
          try insert.run(
            results.document.rowID, rank, keyword.term, keyword.score, keyword.count,
            KeywordPositions.encode(keyword.positions))
        }
      }
    }
  }

  /// The keywords of a document, best first; none if there is no such document.
  ///
  /// - Complexity: O(keywords of the document + log documents).
  /// - Throws: `StoreError`.
  public func keywords(ofDocument key: String) throws(StoreError) -> [Keyword] {
    try read { database in
      try Query(
        """
        SELECT k.term, k.score, k.count, k.positions FROM document d JOIN keyword k ON k.document = d.id
        WHERE d.key = ? ORDER BY k.rank
        """, in: database
      ).map(key) { try Keyword($0) }
    }
  }

  /// Gives the documents that `filter` selects, with their best keywords, to `body`, in the order
  /// of documents. Memory does not grow with the corpus.
  ///
  /// - Parameter limit: keywords of each document at most.
  /// - Complexity: O(documents · log documents + keywords).
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachDocumentKeywords(
    matching filter: DocumentFilter = DocumentFilter(), limit: Int? = nil,
    _ body: (_ document: DocumentSummary, _ keywords: [Keyword]) throws -> Void
  ) throws {
    try stream { database in
      let keywords = try Query(
        separate: """
          SELECT term, score, count, positions FROM keyword
          WHERE document = ? ORDER BY rank LIMIT ?
          """, in: database)
      try DocumentSelection(filter).read(database) { document in
        try body(document, try keywords.map(document.rowID, limit ?? -1) { try Keyword($0) })
      }
    }
  }
}

extension Keyword {
  /// The keyword in a row that starts with its term, score, count and positions.
  fileprivate init(_ row: Columns) throws {
    guard let positions = row.withBytes(3, { KeywordPositions.decode($0) }) else {
      throw DamagedValue("positions of a keyword")
    }
    self.init(
      term: row.text(0), score: row.double(1), count: row.int(2), positions: positions)
  }
}
