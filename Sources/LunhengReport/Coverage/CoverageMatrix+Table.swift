import LunhengCore

extension CoverageMatrix {
  /// The matrix as a table with one column a theme and the total as footer.
  ///
  /// Programs see the rows' keys (null where the documents lack the field) in a column named after
  /// the grouping; people see labels, shortened on a terminal. A theme whose id is the name of
  /// another column gets the key "theme:" and its id. Complexity: O(rows × columns²) for shares,
  /// O(rows × columns) for other measures.
  ///
  /// - Parameters:
  ///   - measure: What the cells count.
  ///   - language: Of headers: "zh-Hant" or "en".
  public func table(_ measure: CoverageMeasure, language: String = "zh-Hant") -> Table {
    let wording = Wording(language)
    func values(_ row: Row) -> [Table.Cell] {
      columns.indices.map { measure.cell(value(measure, of: row, column: $0)) }
    }
    func cells(_ row: Row, label: String) -> [Table.Cell] {
      [.optional(row.key), .text(label)]
        + (grouping == .document ? [] : [.integer(row.documents), .integer(row.characters)])
        + values(row)
    }
    let leading = leadingColumns(wording)
    let taken = Set(leading.map(\.key))
    return Table(
      title: wording.title(measure, by: grouping),
      columns: leading
        + columns.map { column in
          Table.Column(
            key: taken.contains(column.id) ? "theme:\(column.id)" : column.id,
            header: column.displayName(language), kind: .number, marksZeros: true,
            groupsDigits: true)
        },
      rows: rows.map { cells($0, label: $0.displayLabel(wording)) },
      footer: cells(total, label: total.label ?? wording.allDocuments))
  }

  /// The matrix for a terminal of 256 colours, each cell on a background that is the stronger the
  /// greater its value is among the rows. Without colour it is the plain table.
  public func heatTable(
    _ measure: CoverageMeasure, language: String = "zh-Hant", style: TerminalStyle
  ) -> String {
    let table = table(measure, language: language)
    let first = table.columns.count - columns.count
    let scale = HeatScale(self, measure)
    let drawing = TerminalTable(table: table, style: style) { row, column in
      guard column >= first,
        let step = scale.step(of: value(measure, of: rows[row], column: column - first))
      else { return nil }
      let colours = HeatPalette.terminal[step]
      return "48;5;\(colours.background);38;5;\(colours.ink)"
    }
    return drawing.text()
  }

  /// The columns before the themes.
  private func leadingColumns(_ wording: Wording) -> [Table.Column] {
    let header = wording.name(of: grouping)
    let key = Table.Column(key: grouping.rawValue, header: header, audience: .programs)
    if grouping == .document {
      return [key, Table.Column(key: "title", header: header, maximumWidth: 40)]
    }
    return [
      key,
      Table.Column(key: "label", header: header, audience: .people, maximumWidth: 40),
      Table.Column(
        key: "documents", header: wording.documents, kind: .number, groupsDigits: true),
      Table.Column(
        key: "characters", header: wording.characters, kind: .number, groupsDigits: true),
    ]
  }
}

extension CoverageMatrix.Row {
  /// What people read at the head of the row.
  func displayLabel(_ wording: Wording) -> String { label ?? key ?? wording.none }
}

extension CoverageMatrix.Column {
  /// The theme's name in `language` or the next best one; its id if it has no name.
  func displayName(_ language: String) -> String { name.preferred(language) ?? id }

  /// The language that `displayName` is in; nil for an id.
  func displayLanguage(_ language: String) -> String? {
    [language, "zh-Hant", "en"].first { name.byLanguage[$0] != nil } ?? name.byLanguage.keys.min()
  }
}
