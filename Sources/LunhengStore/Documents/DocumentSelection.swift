import Foundation
import GRDB

/// The documents that a filter selects, in the order in which every list has them.
struct DocumentSelection {
  private var conditions: [String] = []
  /// The filter's values: one JSON object, because the number of placeholders is limited, and the
  /// number of keys that a caller may ask for is not.
  private let values: String
  /// Negative for no limit, as in SQL.
  private let limit: Int
  private let offset: Int

  init(_ filter: DocumentFilter, limit: Int? = nil, offset: Int = 0) throws {
    self.limit = limit ?? -1
    self.offset = offset
    values = try Self.json(filter)
    if filter.keys != nil { restrict("d.key IN (\(Self.list("keys")))") }
    if filter.publications != nil { restrict("d.publication IN (\(Self.list("publications")))") }
    if filter.authors != nil {
      restrict(
        "d.id IN (SELECT document FROM document_author WHERE name IN (\(Self.list("authors"))))")
    }
    if filter.from != nil { restrict("d.date >= json_extract(?1, '$.from')") }
    if filter.to != nil { restrict("d.date <= json_extract(?1, '$.to')") }
  }

  /// Adds a condition on the document `d`.
  mutating func restrict(_ condition: String) {
    conditions.append(condition)
  }

  private static func list(_ name: String) -> String {
    "SELECT value FROM json_each(?1, '$.\(name)')"
  }

  private static func json(_ filter: DocumentFilter) throws -> String {
    struct Values: Encodable {
      var keys: [String]?
      var authors: [String]?
      var publications: [String]?
      var from: String?
      var to: String?
    }
    let values = Values(
      keys: filter.keys, authors: filter.authors, publications: filter.publications,
      from: filter.from?.description, to: filter.to?.description)
    return String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
  }

  /// Gives each document to `body`, which may read the corpus itself.
  func read(_ database: Database, _ body: (DocumentSummary) throws -> Void) throws {
    try scan(database) { document in
      try body(document)
      return true
    }
  }

  /// Gives documents to `body` for as long as it returns true.
  func scan(_ database: Database, while body: (DocumentSummary) throws -> Bool) throws {
    let authors = try Query(
      separate: "SELECT name FROM document_author WHERE document = ? ORDER BY position",
      in: database)
    let documents = try Query(
      separate: """
        SELECT d.id, d.key, d.path, d.record_line, d.sha256, d.encoding, d.title, d.date,
          d.publication, d.page, d.url, d.characters
        FROM document d WHERE \((["?1 IS NOT NULL"] + conditions).joined(separator: " AND "))
        ORDER BY d.date IS NULL, d.date, d.key LIMIT ?2 OFFSET ?3
        """, in: database)
    try documents.scan(values, limit, offset) { row in
      try body(
        DocumentSummary(
          rowID: row.int64(0), key: row.text(1), path: row.text(2), recordLine: row.optionalInt(3),
          sha256: row.text(4), encoding: row.text(5), title: row.optionalText(6),
          authors: try authors.map(row.int64(0)) { $0.text(0) },
          date: try row.optionalDate(7), publication: row.optionalText(8),
          page: row.optionalText(9), url: row.optionalText(10), characters: row.int(11)))
    }
  }
}
