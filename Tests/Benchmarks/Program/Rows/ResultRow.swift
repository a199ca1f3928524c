import Foundation

/// A row of the table.
struct ResultRow {
  var name: String
  var threads: Int
  var measurement: Measurement
  /// The name of another row, and so many times faster this is; of a peer, that the row is.
  var ratio = ""
}

extension ResultRow {
  /// Rows of work that is done one after the other, as one.
  init(sumOf rows: [ResultRow], name: String) {
    var sum = rows[rows.count - 1].measurement
    sum.seconds = rows.reduce(0) { $0 + $1.measurement.seconds }
    sum.processorSeconds = rows.reduce(0) { $0 + $1.measurement.processorSeconds }
    sum.peakMegabytes = rows.map(\.measurement.peakMegabytes).max()!
    self.init(name: name, threads: rows[0].threads, measurement: sum)
  }

  static let header = [
    "stage", "threads", "MB/s", "documents/s", "seconds", "CPU s", "peak MB", "input MB", "ratio",
    "checksum",
  ]

  var cells: [String] {
    [
      name, "\(threads)", Self.number(measurement.megabytesPerSecond),
      Self.number(measurement.documentsPerSecond), Self.number(measurement.seconds),
      Self.number(measurement.processorSeconds), Self.number(measurement.peakMegabytes),
      measurement.inputMegabytes.map(Self.number) ?? "", ratio,
      "\(measurement.checksum) \(measurement.unit)",
    ]
  }

  /// Three figures, or all before the point.
  static func number(_ value: Double) -> String {
    let decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
    return String(format: "%.\(decimals)f", value)
  }
}
