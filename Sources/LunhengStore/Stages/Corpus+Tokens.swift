import LunhengCore

extension Corpus {
  /// Stores the tokens of documents in one transaction and stamps their stage `tokens`; gives the
  /// number of documents stored, which leaves out those replaced or removed since they were read.
  ///
  /// Blocks that are not listed keep the tokens they have.
  ///
  /// - Parameter stamp: names the segmenter and everything its result depends on.
  /// - Complexity: O(size of the batch · log documents).
  /// - Throws: `StoreError`; nothing of the batch is stored then. Tokens of a block that does not
  ///   exist are such an error.
  @discardableResult
  public func storeTokens(_ batch: [DocumentTokens], stamp: String) throws(StoreError) -> Int {
    try write { database in
      let update = try Query(
        "UPDATE block SET tokens = ? WHERE document = ? AND ordinal = ?", in: database)
      return try ResultWriter(database, stage: .tokens, stamp: stamp).store(batch, of: \.document) {
        results in
        for block in results.blocks {
          let count = try update.run(block.tokens, results.document.rowID, block.ordinal)
          guard count == 1 else {
            throw StoreError.writeFailed(path: path, reason: "no block \(block.ordinal)")
          }
        }
      }
    }
  }
}
