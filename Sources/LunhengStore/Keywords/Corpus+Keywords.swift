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
      let insert = try Query("INSERT INTO keyword VALUES (?, ?, ?, ?, ?)", in: database)
      let writer = try ResultWriter(database, stage: .keywords, stamp: stamp)
      return try writer.store(batch, of: \.document) { results in
        try remove.run(results.document.rowID)
        for (rank, keyword) in results.keywords.enumerated() {
          try insert.run(
            results.document.rowID, rank, keyword.term, keyword.score, keyword.count)
        }
      }
    }
  }

  /// Stores the keywords of the whole corpus, best first, in place of those it had.
  ///
  /// - Complexity: O(keywords).
  /// - Throws: `StoreError`; the corpus keeps what it had then.
  public func storeCorpusKeywords(_ keywords: [CorpusKeywords.Entry]) throws(StoreError) {
    try write { database in
      try Query("DELETE FROM corpus_keyword", in: database).run()
      let insert = try Query("INSERT INTO corpus_keyword VALUES (?, ?, ?, ?, ?)", in: database)
      for (rank, entry) in keywords.enumerated() {
        try insert.run(
          rank, entry.keyword.term, entry.keyword.score, entry.keyword.count, entry.documents)
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
        SELECT k.term, k.score, k.count FROM document d JOIN keyword k ON k.document = d.id
        WHERE d.key = ? ORDER BY k.rank
        """, in: database
      ).map(key) { Keyword($0) }
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
        separate:
          "SELECT term, score, count FROM keyword WHERE document = ? ORDER BY rank LIMIT ?",
        in: database)
      try DocumentSelection(filter).read(database) { document in
        try body(document, try keywords.map(document.rowID, limit ?? -1) { Keyword($0) })
      }
    }
  }

  /// The keywords of the corpus, best first, `limit` at most.
  ///
  /// - Complexity: O(limit).
  /// - Throws: `StoreError`.
  public func corpusKeywords(limit: Int? = nil) throws(StoreError) -> [CorpusKeywords.Entry] {
    try read { database in
      try Query(
        "SELECT term, score, count, documents FROM corpus_keyword ORDER BY rank LIMIT ?",
        in: database
      ).map(limit ?? -1) {
        CorpusKeywords.Entry(keyword: Keyword($0), documents: $0.int(3))
      }
    }
  }
}

extension Keyword {
  /// The keyword in a row that starts with its term, score and count.
  fileprivate init(_ row: Columns) {
    self.init(term: row.text(0), score: row.double(1), count: row.int(2))
  }
}
