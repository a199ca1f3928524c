import Foundation

/// A row of the table: something measured, and what it is to be compared with.
struct ResultRow {
  var name: String
  var threads: Int
  var measurement: Measurement
  /// How much faster this, or the row of ours that it is held against, is.
  var ratio: String = ""
}

/// The table, as Markdown with aligned columns: to read on a terminal and to keep in RESULTS.md.
struct ResultTable {
  var rows: [ResultRow] = []

  private static let header = [
    "stage", "threads", "MB/s", "documents/s", "seconds", "CPU s", "peak MB", "input MB", "ratio",
    "checksum",
  ]

  var markdown: String {
    let cells = [Self.header] + rows.map(\.cells)
    let widths = Self.header.indices.map { column in cells.map { $0[column].count }.max()! }
    let lines = cells.map { Self.line($0, widths) }
    let rule = widths.enumerated().map { column, width in
      Self.isText(column)
        ? String(repeating: "-", count: width) : String(repeating: "-", count: width - 1) + ":"
    }
    return ([lines[0], Self.line(rule, widths)] + lines[1...]).joined(separator: "\n")
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return isText(column) ? cell + space : space + cell
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }

  private static func isText(_ column: Int) -> Bool {
    column == 0 || column >= header.count - 2
  }
}

extension ResultRow {
  fileprivate var cells: [String] {
    let row = measurement
    return [
      name, "\(threads)", Self.number(row.megabytesPerSecond),
      Self.number(row.documentsPerSecond), Self.number(row.seconds),
      Self.number(row.processorSeconds), Self.number(row.peakMegabytes),
      row.inputMegabytes.map(Self.number) ?? "", ratio, "\(row.checksum) \(row.unit)",
    ]
  }

  /// Three figures that mean something.
  private static func number(_ value: Double) -> String {
    let decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
    return String(format: "%.\(decimals)f", value)
  }
}
