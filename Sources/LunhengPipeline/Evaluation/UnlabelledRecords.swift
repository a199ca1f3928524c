import LunhengCore

/// Keeps count of the records that lack what a measurement compares with.
struct UnlabelledRecords {
  private var count = 0
  private var firstLine = 0

  mutating func add(line: Int) {
    if count == 0 { firstLine = line }
    count += 1
  }

  /// Says how many were left out, if some were.
  ///
  /// - Parameters:
  ///   - labelled: how many records were compared.
  ///   - field: what records are labelled with.
  /// - Throws: `PipelineError.noLabels` if none was compared.
  func check(
    labelled: Int, field: String, path: String, report: (Diagnostic) -> Void
  ) throws(PipelineError) {
    guard labelled > 0 else { throw .noLabels(path: path, field: field) }
    guard count > 0 else { return }
    report(
      PipelineError.unlabelled(count, field: field, path: path, firstLine: firstLine).diagnostic)
  }
}
