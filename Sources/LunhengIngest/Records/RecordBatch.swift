import LunhengCore

/// The records of some lines, and what was wrong with the lines that give none.
public struct RecordBatch: Hashable, Sendable {
  /// In the order of their lines.
  public var records: [Record]
  /// Errors, in the order of their lines.
  public var problems: [Diagnostic]

  public init(records: [Record] = [], problems: [Diagnostic] = []) {
    self.records = records
    self.problems = problems
  }
}
