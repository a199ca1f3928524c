/// Passages that a cell of a coverage matrix rests on, to stand in the report beside its number.
public struct CellEvidence: Hashable, Sendable {
  /// Index of the row in `CoverageMatrix.rows`.
  public var row: Int
  /// Index of the theme in `CoverageMatrix.columns`.
  public var column: Int
  /// All passages of the cell, or a selection; the report says which.
  public var passages: [EvidencePassage]

  public init(row: Int, column: Int, passages: [EvidencePassage]) {
    self.row = row
    self.column = column
    self.passages = passages
  }
}
