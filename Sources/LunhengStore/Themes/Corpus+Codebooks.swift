import GRDB
import LunhengCore

extension Corpus {
  /// Stores a codebook under its id and gives its row; does nothing if it is there already.
  ///
  /// If it is there with another digest or other content, it is replaced, keeps its row, and all
  /// that was found with it is removed, so that every document is pending for its stage.
  ///
  /// - Parameter sha256: of the file that the codebook was read from.
  /// - Complexity: O(terms); O(matches of the codebook · log matches) where it is replaced.
  /// - Throws: `StoreError`; nothing is changed then.
  public func register(_ codebook: Codebook, sha256: String) throws(StoreError) -> Int64 {
    try write { database in
      let known = try Self.codebook(named: codebook.id, database)
      if let known, known.sha256 == sha256, known.codebook == codebook { return known.rowID }
      let row: Int64
      if let known {
        row = known.rowID
        for table in ["match", "coverage", "theme"] {
          try Query("DELETE FROM \"\(table)\" WHERE codebook = ?", in: database).run(row)
        }
        try Query("DELETE FROM stage WHERE name = ?", in: database)
          .run(Stage.themes(of: codebook.id).name)
      } else {
        try Query("INSERT INTO codebook VALUES (NULL, ?, '', '', '', '')", in: database)
          .run(codebook.id)
        row = try Query("SELECT last_insert_rowid()", in: database).first { $0.int64(0) } ?? 0
      }
      try Self.store(codebook, sha256: sha256, row: row, database)
      return row
    }
  }

  /// The codebooks of the corpus, by id.
  ///
  /// - Complexity: O(terms).
  /// - Throws: `StoreError`.
  public func codebooks() throws(StoreError) -> [StoredCodebook] {
    try read { database in
      let names = try Query("SELECT name FROM codebook ORDER BY name", in: database)
        .map { $0.text(0) }
      return try names.compactMap { try Self.codebook(named: $0, database) }
    }
  }

  /// The codebook with the id `name`, if the corpus has it.
  ///
  /// - Complexity: O(terms of the codebook).
  /// - Throws: `StoreError`.
  public func codebook(named name: String) throws(StoreError) -> StoredCodebook? {
    try read { try Self.codebook(named: name, $0) }
  }

  private static func store(
    _ codebook: Codebook, sha256: String, row: Int64, _ database: Database
  ) throws {
    try Query(
      "UPDATE codebook SET sha256 = ?, name_json = ?, overlap = ?, content = ? WHERE id = ?",
      in: database
    ).run(
      sha256, try codebook.name.json(), codebook.overlap.rawValue, try codebook.json(), row)
    let insertTheme = try Query("INSERT INTO theme VALUES (?, ?, ?, ?, ?, ?)", in: database)
    let insertTerm = try Query("INSERT INTO term VALUES (?, ?, ?, ?, ?)", in: database)
    for (ordinal, theme) in codebook.themes.enumerated() {
      try insertTheme.run(
        row, ordinal, theme.id, try theme.name.json(), theme.definition, theme.parent)
      for (termOrdinal, term) in theme.terms.enumerated() {
        try insertTerm.run(row, ordinal, termOrdinal, term.text, term.weight)
      }
    }
  }

  private static func codebook(
    named name: String, _ database: Database
  ) throws -> StoredCodebook? {
    try Query("SELECT id, sha256, content FROM codebook WHERE name = ?", in: database)
      .first(name) { row in
        StoredCodebook(
          rowID: row.int64(0), sha256: row.text(1), codebook: try Codebook(json: row.text(2)))
      }
  }
}
