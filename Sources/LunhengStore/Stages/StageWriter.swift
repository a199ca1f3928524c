import GRDB

/// Notes which version of a stage's result a document carries.
struct StageWriter {
  private let query: Query

  init(_ database: Database) throws {
    query = try Query("INSERT OR REPLACE INTO stage VALUES (?, ?, ?)", in: database)
  }

  func set(_ stage: Stage, stamp: String, document: Int64) throws {
    try query.run(document, stage.name, stamp)
  }
}
