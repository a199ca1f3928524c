/// Draws a table on a terminal.
struct TerminalTable {
  let table: Table
  let style: TerminalStyle
  /// Renditions (SGR codes) of single cells by index of row and column; nil for the usual one.
  var rendition: (_ row: Int, _ column: Int) -> String? = { _, _ in nil }

  /// The width that a bar takes where there is room.
  private static let barWidth = 20

  /// The title and the parts of the table, each line ended by a line break.
  func text() -> String {
    let indices = table.columnIndices(for: .people)
    let cells = Cells(of: table, indices: indices)
    // The terminal wraps lines that fill more than its width; a few columns are always needed.
    let parts = TerminalLayout.parts(
      of: cells.measured, width: style.width.map { max(8, $0) })
    var text = ""
    if let title = table.title {
      let title = TerminalText.oneLine(title)
      let lines = style.width.map { LineBreaking(title).lines(width: max(8, $0)) } ?? [title]
      text += lines.map { style.bold($0) + "\n" }.joined() + "\n"
    }
    text += parts.map { self.text(of: $0, cells: cells) }.joined(separator: "\n")
    return text
  }

  private func text(of part: TerminalLayout.Part, cells: Cells) -> String {
    let columns = part.indices.map { table.columns[cells.indices[$0]] }
    let headers = zip(part.indices, part.widths).map { index, width in
      cells.measured[index].header.lines(width: max(2, width))
    }
    let height = headers.map(\.count).max() ?? 0
    var text = ""
    for line in 0..<height {
      text += self.line(
        headers.enumerated().map { position, lines in
          // Headers stand on the rule, their last lines side by side.
          let index = line - (height - lines.count)
          return style.bold(
            DisplayWidth.padded(
              index < 0 ? "" : lines[index], to: part.widths[position],
              alignment: columns[position].alignment))
        })
    }
    let rule = line(part.widths.map { style.dim(String(repeating: "─", count: $0)) })
    text += rule
    for row in table.rows.indices {
      text += line(
        part.indices.enumerated().map { position, index in
          let column = cells.indices[index]
          let cell = table.rows[row][column]
          let shown = field(
            cell, shown: cells.rows[row][index], column: columns[position],
            width: part.widths[position], greatest: cells.greatest[index])
          if let codes = rendition(row, column) { return style.rendition(codes, shown) }
          return isFaint(cell, in: columns[position]) ? style.dim(shown) : shown
        })
    }
    if let footer = table.footer, let shown = cells.footer {
      text += rule
      text += line(
        part.indices.enumerated().map { position, index in
          let column = columns[position]
          // The bar of a total would outgrow those that it sums up.
          let cell = column.kind == .bar ? Table.Cell.missing : footer[cells.indices[index]]
          return field(
            cell, shown: column.kind == .bar ? "" : shown[index], column: column,
            width: part.widths[position], greatest: 0)
        })
    }
    return text
  }

  private func field(
    _ cell: Table.Cell, shown: String, column: Table.Column, width: Int, greatest: Double
  ) -> String {
    let text =
      switch column.kind {
      case .text: DisplayWidth.truncated(shown, to: width)
      case .number: shown
      case .bar: Bar.text(cell.number ?? 0, max: greatest, width: width)
      }
    return DisplayWidth.padded(text, to: width, alignment: column.alignment)
  }

  /// Gaps and missing values stand back behind what is there.
  private func isFaint(_ cell: Table.Cell, in column: Table.Column) -> Bool {
    if case .text = cell { return false }
    return cell.number == nil || cell.number == 0 && column.marksZeros
  }

  private func line(_ fields: [String]) -> String {
    var line = fields.joined(separator: DisplayWidth.spaces(TerminalLayout.gap))
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  /// What the cells of the columns at `indices` show, and how much room that takes.
  private struct Cells {
    let indices: [Int]
    var rows: [[String]]
    var footer: [String]?
    var measured: [TerminalLayout.Column] = []
    /// The greatest number of each column, to which its bars are relative.
    var greatest: [Double] = []

    init(of table: Table, indices: [Int]) {
      self.indices = indices
      func shown(_ row: [Table.Cell]) -> [String] {
        indices.map { index in
          let column = table.columns[index]
          if column.kind == .bar { return "" }
          let text = TerminalText.oneLine(row[index].display(in: column))
          return column.kind == .text && column.maximumWidth != nil
            ? DisplayWidth.truncated(text, to: column.maximumWidth ?? 0) : text
        }
      }
      rows = table.rows.map(shown)
      footer = table.footer.map(shown)
      for (position, index) in indices.enumerated() {
        let column = table.columns[index]
        var width = column.kind == .bar ? TerminalTable.barWidth : 0
        for row in rows { width = max(width, DisplayWidth.of(row[position])) }
        if let footer { width = max(width, DisplayWidth.of(footer[position])) }
        measured.append(
          TerminalLayout.Column(
            header: LineBreaking(TerminalText.oneLine(column.header)), content: width,
            kind: column.kind))
        greatest.append(table.rows.reduce(0) { max($0, $1[index].number ?? 0) })
      }
    }
  }
}

extension Table {
  /// The table for a terminal: columns aligned by display width and fitted into the width of
  /// `style`, with a bold header.
  ///
  /// Where there is too little room, headers are broken into lines, the widest text columns are cut
  /// with …, bars are left out, and at last the columns are stacked in parts that each repeat the
  /// first column. Numbers are never cut. Complexity: O(size of the table).
  public func terminal(_ style: TerminalStyle) -> String {
    TerminalTable(table: self, style: style).text()
  }
}
