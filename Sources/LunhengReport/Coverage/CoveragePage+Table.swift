import LunhengCore

extension CoveragePage {
  /// The matrix, in a box that scrolls on its own so that header and first column can stay in view.
  func table() -> String {
    let extent = wording.extent(
      documents: matrix.total.documents, characters: matrix.total.characters)
    let heading = wording.heading(measure, by: matrix.grouping)
    var html = """
      <div class="scroll" role="region" tabindex="0" aria-labelledby="caption">
      <table>
      <caption><span id="caption"><strong>\(heading)</strong> <span>\(extent)</span></span></caption>
      <thead>
      <tr><th scope="col" class="label">\(wording.name(of: matrix.grouping))</th>
      """
    if isGrouped {
      html += "<th scope=\"col\" class=\"size\">\(wording.documents)</th>"
      html += "<th scope=\"col\" class=\"size\">\(wording.characters)</th>"
    }
    for column in matrix.columns {
      let name = name(of: column)
      html += "<th scope=\"col\"\(name.attribute)>\(name.text)</th>"
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    var remaining = evidence[...]
    for (index, row) in matrix.rows.enumerated() {
      let label = label(of: row)
      html += "<tr><th scope=\"row\" class=\"label\"\(label.attribute)>\(label.text)</th>"
      html += sizes(of: row)
      for column in matrix.columns.indices {
        // The evidence is in the order of the cells, so that the next entry is here or further on.
        let hasEvidence = remaining.first.map { $0.row == index && $0.column == column } ?? false
        if hasEvidence { remaining.removeFirst() }
        html += cell(of: row, at: (index, column), hasEvidence: hasEvidence)
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n<tfoot>\n<tr><th scope=\"row\" class=\"label\">"
    html += HTMLText.escaped(matrix.total.label ?? wording.allDocuments) + "</th>"
    html += sizes(of: matrix.total)
    for column in matrix.columns.indices {
      let content = content(of: matrix.total, column: column)
      html += "<td title=\"\(content.counts)\">\(content.text)</td>"
    }
    return html + "</tr>\n</tfoot>\n</table>\n</div>\n"
  }

  private var isGrouped: Bool { matrix.grouping != .document }

  private func sizes(of row: CoverageMatrix.Row) -> String {
    guard isGrouped else { return "" }
    return [row.documents, row.characters].map {
      "<td class=\"size\">\(NumberFormat.grouped(String($0)))</td>"
    }.joined()
  }

  private func cell(
    of row: CoverageMatrix.Row, at place: (row: Int, column: Int), hasEvidence: Bool
  ) -> String {
    let content = content(of: row, column: place.column)
    let step = scale.step(of: matrix.value(measure, of: row, column: place.column))
    let kind = step.map { "h\($0 + 1)" } ?? "gap"
    guard hasEvidence else {
      return "<td class=\"\(kind)\" title=\"\(content.counts)\">\(content.text)</td>"
    }
    let name = "\(place.row)-\(place.column)"
    return "<td class=\"\(kind)\" title=\"\(content.counts)\" id=\"c\(name)\">"
      + "<a href=\"#e\(name)\">\(content.text)</a></td>"
  }

  /// What a cell shows and what its title says.
  private func content(
    of row: CoverageMatrix.Row, column: Int
  ) -> (text: String, counts: String) {
    let value = measure.cell(matrix.value(measure, of: row, column: column))
    let shown = Table.Column(key: "", header: "", marksZeros: true, groupsDigits: true)
    return (value.display(in: shown), wording.counts(of: row.cells[column]))
  }
}
