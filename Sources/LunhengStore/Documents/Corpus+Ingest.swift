import LunhengCore

extension Corpus {
  /// Stores documents in one transaction; says what that did for each, in order.
  ///
  /// A document that the corpus has already, read from the same bytes at the same place by the
  /// same reader, changes nothing. One that differs keeps its row, and its blocks and all results
  /// for them are replaced. Of two documents with the same key in a batch the later one stays.
  ///
  /// Unpaired surrogates in a block become U+FFFD; all other text is stored as it is.
  ///
  /// - Parameter readerVersion: names what turned bytes into documents and its settings, so that
  ///   documents are read anew when that changes.
  /// - Complexity: O(size of the batch · log documents).
  /// - Throws: `StoreError`; nothing of the batch is stored then.
  public func ingest(
    _ batch: [IngestedDocument], readerVersion: String
  ) throws(StoreError) -> [IngestOutcome] {
    try write { database in
      let writer = try DocumentWriter(database, readerVersion: readerVersion)
      return try batch.map { try writer.store($0) }
    }
  }

  /// The digest of the bytes that a document was read from, if it was `readerVersion` that read it.
  ///
  /// - Complexity: O(log documents).
  /// - Throws: `StoreError`.
  public func digest(
    ofDocument key: String, readerVersion: String
  ) throws(StoreError) -> String? {
    try read { database in
      try Query(
        """
        SELECT d.sha256 FROM document d JOIN stage s ON s.document = d.id
        WHERE d.key = ? AND s.name = ? AND s.stamp = ?
        """, in: database
      ).first(key, Stage.read.name, readerVersion) { $0.text(0) }
    }
  }

  /// What the documents that `readerVersion` read were read from, by key. Of keys that are equal
  /// for Swift, being canonically equivalent, only one is here.
  ///
  /// - Complexity: O(documents).
  /// - Throws: `StoreError`.
  public func knownInputs(readerVersion: String) throws(StoreError) -> [String: KnownInput] {
    try read { database in
      var inputs: [String: KnownInput] = [:]
      try Query(
        """
        SELECT d.key, d.path, d.record_line, d.sha256
        FROM document d JOIN stage s ON s.document = d.id
        WHERE s.name = ? AND s.stamp = ?
        """, in: database
      ).read(Stage.read.name, readerVersion) {
        inputs[$0.text(0)] = KnownInput(
          path: $0.text(1), recordLine: $0.optionalInt(2), sha256: $0.text(3))
      }
      return inputs
    }
  }

  /// Removes the documents of these keys and everything found in them, in one transaction; gives
  /// how many there were. Unknown keys are passed over.
  ///
  /// - Complexity: O(what is removed · log documents).
  /// - Throws: `StoreError`; nothing is removed then.
  @discardableResult
  public func removeDocuments(keys: [String]) throws(StoreError) -> Int {
    try write { database in
      let remove = try Query("DELETE FROM document WHERE key = ?", in: database)
      return try keys.reduce(0) { count, key in try count + remove.run(key) }
    }
  }
}
