/// Rows as a Markdown table with aligned columns: to read on a terminal and to keep in RESULTS.md.
struct ResultTable {
  var rows: [ResultRow]

  /// Columns of words; the others have numbers, which end below one another.
  private static let wordColumns = [0, 8, 9]

  var markdown: String {
    let cells = [ResultRow.header] + rows.map(\.cells)
    let widths = ResultRow.header.indices.map { column in cells.map { $0[column].count }.max()! }
    let rule = widths.enumerated().map { column, width in
      String(repeating: "-", count: width - 1) + (Self.wordColumns.contains(column) ? "-" : ":")
    }
    return ([cells[0], rule] + cells[1...]).map { Self.line($0, widths) }.joined(separator: "\n")
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return wordColumns.contains(column) ? cell + space : space + cell
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
}
