import GRDB
import LunhengCore

extension Corpus {
  /// The content of the next documents after the row `rowID`, in the order of rows; empty at the
  /// end. Call it with the last document's `reference.rowID` until then:
  ///
  ///     var last: Int64 = 0
  ///     while case let batch = try corpus.contentBatch(after: last, limit: 200, pending: stamp),
  ///       let end = batch.last
  ///     {
  ///       …
  ///       last = end.reference.rowID
  ///     }
  ///
  /// - Parameters:
  ///   - limit: documents at most.
  ///   - maximumCharacters: the batch ends before a document that would take its content over this,
  ///     unless it is the only one, so that long documents do not fill the memory.
  ///   - pending: only documents that do not carry this version of the stage's result.
  /// - Complexity: O(content of the batch + documents passed over).
  /// - Throws: `StoreError`.
  public func contentBatch(
    after rowID: Int64, limit: Int, maximumCharacters: Int = 4_000_000,
    pending: StageStamp? = nil
  ) throws(StoreError) -> [StoredDocument] {
    try read { database in
      var batch: [StoredDocument] = []
      var characters = 0
      let documents = try Query(
        """
        SELECT d.id, d.revision, d.key, d.characters, d.title FROM document d
        WHERE \(Self.pendingCondition) AND d.id > ?3 ORDER BY d.id LIMIT ?4
        """, in: database)
      try documents.scan(pending?.stage.name, pending?.stamp, rowID, limit) { row in
        characters += row.int(3)
        guard batch.isEmpty || characters <= maximumCharacters else { return false }
        batch.append(
          StoredDocument(
            reference: DocumentReference(rowID: row.int64(0), revision: row.int(1)),
            key: row.text(2), title: row.optionalText(4), authors: [], characters: row.int(3),
            blocks: []))
        return true
      }
      let blocks = try Query(
        """
        SELECT ordinal, role, text, tokens FROM block
        WHERE document = ? AND role IN (\(BlockRole.contentList)) ORDER BY ordinal
        """, in: database)
      let authors = try Query(
        "SELECT name FROM document_author WHERE document = ? ORDER BY position", in: database)
      let stamps = try Query(
        "SELECT stamp FROM stage WHERE document = ? AND name = ?", in: database)
      for index in batch.indices {
        batch[index].authors = try authors.map(batch[index].reference.rowID) { $0.text(0) }
        batch[index].segmentation = try stamps.first(
          batch[index].reference.rowID, Stage.tokens.name
        ) { $0.text(0) }
        batch[index].blocks = try blocks.map(batch[index].reference.rowID) { row in
          StoredBlock(
            ordinal: row.int(0), role: try BlockRole(stored: row.text(1)), units: row.units(2),
            tokens: row.optionalBytes(3))
        }
      }
      return batch
    }
  }

  /// How many documents there are, or how many do not carry this version of a stage's result.
  ///
  /// - Complexity: O(documents).
  /// - Throws: `StoreError`.
  public func documentCount(pending: StageStamp? = nil) throws(StoreError) -> Int {
    try read { database in
      try Query(
        "SELECT count(*) FROM document d WHERE \(Self.pendingCondition)", in: database
      ).first(pending?.stage.name, pending?.stamp) { $0.int(0) } ?? 0
    }
  }

  /// That the document `d` lacks the stamp ?2 of the stage ?1; true where the stage is NULL.
  private static let pendingCondition = """
    (?1 IS NULL OR NOT EXISTS
      (SELECT 1 FROM stage s WHERE s.document = d.id AND s.name = ?1 AND s.stamp = ?2))
    """
}
