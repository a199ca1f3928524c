import GRDB

/// Stores a stage's results within one transaction, for documents that are still what they were
/// when the stage read them.
struct ResultWriter {
  private let find: Query
  private let stageWriter: StageWriter
  private let stage: Stage
  private let stamp: String

  init(_ database: Database, stage: Stage, stamp: String) throws {
    find = try Query("SELECT 1 FROM document WHERE id = ? AND revision = ?", in: database)
    stageWriter = try StageWriter(database)
    self.stage = stage
    self.stamp = stamp
  }

  /// Runs `body` for the results whose documents are current, and stamps these; gives their number.
  ///
  /// - Parameter base: the stamp of what the results rest on, if they do.
  func store<Results>(
    _ batch: [Results], of document: (Results) -> DocumentReference,
    base: (Results) -> String? = { _ in nil }, _ body: (Results) throws -> Void
  ) throws -> Int {
    var count = 0
    for results in batch {
      let reference = document(results)
      let isCurrent: Void? = try find.first(reference.rowID, reference.revision) { _ in }
      guard isCurrent != nil else { continue }
      try body(results)
      try stageWriter.set(
        stage, stamp: base(results).map { "\(stamp) \($0)" } ?? stamp,
        document: reference.rowID)
      count += 1
    }
    return count
  }
}
