import GRDB
import LunhengCore

extension Corpus {
  /// Stores the words of documents in one transaction and stamps their stage `index`; gives the number
  /// of documents stored, which leaves out those replaced or removed since they were read.
  ///
  /// - Parameters:
  ///   - numbering: what the calls of one run share.
  ///   - stamp: names the model of the parts of speech and everything else that the words depend on.
  /// - Complexity: O(size of the batch · log words), and now and then the size of the whole index: in
  ///   all, O(log batches) for each posting.
  /// - Throws: `StoreError`; nothing of the batch is stored then.
  @discardableResult
  public func storeWords(
    _ batch: [DocumentWords], numbering: WordNumbering, stamp: String
  ) throws(StoreError) -> Int {
    do {
      return try write { database in
        let writer = try WordIndexWriter(database, numbering: numbering)
        let count = try ResultWriter(database, stage: .index, stamp: stamp).store(
          batch, of: \.document, base: \.segmentation
        ) { try writer.store($0) }
        try writer.writePostings()
        return count
      }
    } catch {
      numbering.forget()
      throw error
    }
  }

  /// Empties the index if no document carries `stamp`: what is in it is of another model or form, or of
  /// documents that are all gone.
  ///
  /// Whether one does is asked in the same transaction, so that of two programs that start to index neither
  /// takes away what the other has begun.
  ///
  /// - Throws: `StoreError`.
  public func clearWordIndex(unlessOf stamp: StageStamp) throws(StoreError) {
    try write { database in
      let all = try Query("SELECT count(*) FROM document", in: database).first { $0.int(0) } ?? 0
      guard try Self.documentCount(pending: stamp, database) == all else { return }
      for table in ["posting", "posting_segment", "document_words", "word"] {
        try Query("DELETE FROM \(table)", in: database).run()
      }
      try Query("DELETE FROM stage WHERE name = ?", in: database).run(Stage.index.name)
    }
  }

  /// Runs `body` on one state of the corpus: all that it reads is of the same moment.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    var result: Result?
    try stream { _ in result = try body() }
    return result!
  }
}
