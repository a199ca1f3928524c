import LunhengCore

extension DecodedText {
  /// More bytes than any line of an op-ed or speech has: 8 MiB.
  public static let longestLine = 8 << 20

  /// Refuses a text that has a line of more than `limit` bytes, which is data and no prose, and on
  /// which work that is quadratic in a line would not end.
  ///
  /// Complexity: O(runs of the source map).
  ///
  /// - Throws: `lineTooLong` for the first such line.
  public func checkLineLengths(
    path: String, limit: Int = DecodedText.longestLine
  ) throws(IngestError) {
    var line = 1
    var start = 0
    var end = 0
    for (index, run) in source.runs.enumerated() {
      if run.position.line != line {
        line = run.position.line
        start = run.position.byte
      }
      let next = index + 1 < source.runs.count ? source.runs[index + 1].start : source.count
      end = run.position.byte + (next - run.start) * run.bytesPerUnit
      if end - start > limit {
        throw .lineTooLong(
          path: path, line: line, bytes: lineEnd(from: index) - start, limit: limit)
      }
    }
  }

  /// The byte after the line to which the run at `index` belongs.
  private func lineEnd(from index: Int) -> Int {
    let line = source.runs[index].position.line
    let after = source.runs[index...].firstIndex { $0.position.line != line }
    if let after { return source.runs[after].position.byte }
    let last = source.runs[source.runs.count - 1]
    return last.position.byte + (source.count - last.start) * last.bytesPerUnit
  }
}
