import GRDB

extension Corpus {
  /// Hashes of everything the corpus holds but the recorded runs. Rows are named by keys and taken
  /// in their order, never by row ids, so that neither the order of ingestion nor an interruption
  /// shows: two corpora of the same documents and results have the same fingerprint.
  ///
  /// - Complexity: O(size of the corpus); memory does not grow with it.
  /// - Throws: `StoreError`.
  public func contentFingerprint() throws(StoreError) -> ContentFingerprint {
    try read { database in
      ContentFingerprint(
        tables: try Self.contents.map { name, sql in
          var hash = ContentHash()
          var rows = 0
          try Query(sql, in: database).read { row in
            rows += 1
            for column in 0..<row.count { row.combine(column, into: &hash) }
          }
          return ContentFingerprint.Table(name: name, rows: rows, hash: hash.hexadecimal)
        })
    }
  }

  /// What each table holds, without row ids and revisions. CROSS JOIN fixes the order of the loops,
  /// so that the rows come sorted instead of being sorted.
  private static let contents: KeyValuePairs = [
    "document": """
    SELECT key, path, record_line, sha256, encoding, title, date, publication, page, url,
      characters
    FROM document ORDER BY key
    """,
    "document_author": """
    SELECT d.key, a.position, a.name
    FROM document d CROSS JOIN document_author a ON a.document = d.id ORDER BY d.key, a.position
    """,
    "evidence": """
    SELECT d.key, e.field, e.position, e.text, e.line, e."column", e.byte, e.scalar
    FROM document d CROSS JOIN evidence e ON e.document = d.id
    ORDER BY d.key, e.field, e.position
    """,
    "block": """
    SELECT d.key, b.ordinal, b.role, b.page, b.first_line, b.last_line, b.text, b.characters,
      b.source, b.tokens
    FROM document d CROSS JOIN block b ON b.document = d.id ORDER BY d.key, b.ordinal
    """,
    "codebook": "SELECT name, sha256, name_json, overlap, content FROM codebook ORDER BY name",
    "theme": """
    SELECT c.name, t.ordinal, t.theme_id, t.name_json, t.definition, t.parent
    FROM codebook c CROSS JOIN theme t ON t.codebook = c.id ORDER BY c.name, t.ordinal
    """,
    "term": """
    SELECT c.name, t.theme, t.ordinal, t.text, t.weight
    FROM codebook c CROSS JOIN term t ON t.codebook = c.id
    ORDER BY c.name, t.theme, t.ordinal
    """,
    "match": """
    SELECT d.key, m.block, m.start, m."end", c.name, m.theme, m.term, m.status
    FROM document d CROSS JOIN "match" m ON m.document = d.id
    CROSS JOIN codebook c ON c.id = m.codebook
    ORDER BY d.key, m.block, m.start, m."end", c.name, m.theme, m.term
    """,
    "coverage": """
    SELECT d.key, c.name, v.theme, v.matches, v.passages, v.score
    FROM document d CROSS JOIN coverage v ON v.document = d.id
    CROSS JOIN codebook c ON c.id = v.codebook
    ORDER BY d.key, c.name, v.theme
    """,
    "keyword": """
    SELECT d.key, k.rank, k.term, k.score, k.count, k.positions
    FROM document d CROSS JOIN keyword k ON k.document = d.id ORDER BY d.key, k.rank
    """,
    "stage": """
    SELECT d.key, s.name, s.stamp
    FROM document d CROSS JOIN stage s ON s.document = d.id ORDER BY d.key, s.name
    """,
  ]
}
