import GRDB
import LunhengCore

/// Stores documents within one transaction, with statements compiled once.
struct DocumentWriter {
  private let find: Query
  private let insert: Query
  private let update: Query
  private let removals: [Query]
  private let insertAuthor: Query
  private let insertEvidence: Query
  private let insertBlock: Query
  private let setStage: StageWriter
  private let lastRow: Query
  private let readerVersion: String

  init(_ database: Database, readerVersion: String) throws {
    self.readerVersion = readerVersion
    find = try Query(
      """
      SELECT d.id, d.sha256, d.path, d.record_line, d.encoding, s.stamp
      FROM document d LEFT JOIN stage s ON s.document = d.id AND s.name = '\(Stage.read.name)'
      WHERE d.key = ?
      """, in: database)
    insert = try Query(
      """
      INSERT INTO document (path, record_line, sha256, encoding, title, date, publication, page,
        url, characters, key, revision)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      """, in: database)
    update = try Query(
      """
      UPDATE document SET path = ?, record_line = ?, sha256 = ?, encoding = ?, title = ?, date = ?,
        publication = ?, page = ?, url = ?, characters = ?, revision = revision + 1
      WHERE key = ?
      """, in: database)
    // Matches go with their blocks.
    removals = try [
      "block", "coverage", "keyword", "document_words", "stage", "evidence", "document_author",
    ].map { try Query("DELETE FROM \($0) WHERE document = ?", in: database) }
    insertAuthor = try Query("INSERT INTO document_author VALUES (?, ?, ?)", in: database)
    insertEvidence = try Query("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    insertBlock = try Query(
      """
      INSERT INTO block (document, ordinal, role, page, first_line, last_line, text, characters,
        source)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    setStage = try StageWriter(database)
    lastRow = try Query("SELECT last_insert_rowid()", in: database)
  }

  func store(_ input: IngestedDocument) throws -> IngestOutcome {
    let known: (row: Int64, isSame: Bool)? = try find.first(input.document.id) {
      let isSame =
        $0.text(1) == input.sha256 && $0.text(2) == input.path
        && $0.optionalInt(3) == input.recordLine && $0.text(4) == input.encoding
        && $0.optionalText(5) == readerVersion
      return ($0.int64(0), isSame)
    }
    guard let known else {
      try write(input, with: insert)
      try storeContent(of: input.document, row: try lastRow.first { $0.int64(0) } ?? 0)
      return .new
    }
    if known.isSame { return .unchanged }
    for removal in removals { try removal.run(known.row) }
    try write(input, with: update)
    try storeContent(of: input.document, row: known.row)
    return .replaced
  }

  /// Runs `insert` or `update`, whose placeholders are the same.
  private func write(_ input: IngestedDocument, with query: Query) throws {
    let metadata = input.document.metadata
    try query.run(
      input.path, input.recordLine, input.sha256, input.encoding, metadata.title?.value,
      metadata.date?.value.description, metadata.publication?.value, metadata.page?.value,
      metadata.url?.value, input.document.characters, input.document.id)
  }

  private func storeContent(of document: Document, row: Int64) throws {
    for (position, author) in document.metadata.authors.enumerated() {
      try insertAuthor.run(row, position, author.value)
    }
    for field in MetadataField.allCases {
      for (position, evidence) in field.evidence(in: document.metadata).enumerated() {
        guard let evidence else { continue }
        try store(evidence, of: field, at: position, row: row)
      }
    }
    for (ordinal, block) in document.blocks.enumerated() {
      try insertBlock.run(
        row, ordinal, block.role.rawValue, block.page, block.lines.lowerBound,
        block.lines.upperBound, UTF16Text(block.units), block.characters, block.source.encoded)
    }
    try setStage.set(.read, stamp: readerVersion, document: row)
  }

  private func store(
    _ evidence: Evidence, of field: MetadataField, at position: Int, row: Int64
  ) throws {
    try insertEvidence.run(
      row, field.rawValue, position, evidence.text, evidence.position.line,
      evidence.position.column, evidence.position.byte, evidence.position.scalar)
  }
}
