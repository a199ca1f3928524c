extension Corpus {
  /// How much the corpus holds.
  ///
  /// - Complexity: O(documents + blocks + matches).
  /// - Throws: `StoreError`.
  public func statistics() throws(StoreError) -> CorpusStatistics {
    try read { database in
      func number(_ sql: String) throws -> Int {
        try Query(sql, in: database).first { $0.int(0) } ?? 0
      }
      return CorpusStatistics(
        documents: try number("SELECT count(*) FROM document"),
        blocks: try number("SELECT count(*) FROM block"),
        characters: try number("SELECT sum(characters) FROM document"),
        matches: try number("SELECT count(*) FROM \"match\""),
        codebooks: try number("SELECT count(*) FROM codebook"),
        fileSize: try number("PRAGMA page_count") * number("PRAGMA page_size"))
    }
  }
}
