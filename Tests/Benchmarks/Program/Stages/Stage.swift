/// A stage of the pipeline as the benchmark calls it.
struct Stage: Sendable {
  /// Does the work over all documents on so many threads; gives its checksum.
  typealias Work = (_ threads: Int) throws -> Int

  /// Names the row.
  var name: String
  /// What the checksum counts.
  var unit: String
  /// Whether the documents are those of `Input.shortDocuments`.
  var isOfShortDocuments: Bool
  /// Makes what the stage starts from, which is not measured, and gives the work, which is.
  var prepare: @Sendable (Input) throws -> Work

  init(
    _ name: String, counts unit: String, ofShortDocuments: Bool = false,
    prepare: @escaping @Sendable (Input) throws -> Work
  ) {
    self.name = name
    self.unit = unit
    isOfShortDocuments = ofShortDocuments
    self.prepare = prepare
  }

  /// In the order of the table.
  static let all = reading + analysis
}
