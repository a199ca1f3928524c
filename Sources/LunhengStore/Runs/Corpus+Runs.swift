extension Corpus {
  /// Remembers a run that has finished; gives its number.
  ///
  /// - Parameter manifest: what was run on what, as JSON; stored as it is.
  /// - Complexity: O(length of the manifest).
  /// - Throws: `StoreError`.
  @discardableResult
  public func recordRun(manifest: String) throws(StoreError) -> Int64 {
    try write { database in
      try Query(
        "INSERT INTO run VALUES (NULL, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)", in: database
      ).run(manifest)
      return try Query("SELECT last_insert_rowid()", in: database).first { $0.int64(0) } ?? 0
    }
  }

  /// The runs that were recorded, oldest first.
  ///
  /// - Complexity: O(size of the manifests).
  /// - Throws: `StoreError`.
  public func manifests() throws(StoreError) -> [StoredRun] {
    try read { database in
      try Query("SELECT id, finished_at, manifest FROM run ORDER BY id", in: database).map {
        StoredRun(id: $0.int64(0), finishedAt: $0.text(1), manifest: $0.text(2))
      }
    }
  }
}
