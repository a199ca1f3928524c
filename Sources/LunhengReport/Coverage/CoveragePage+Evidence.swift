import LunhengCore

extension CoveragePage {
  /// The passages of all cells that have some, by row and theme.
  func evidenceSections() -> String {
    guard !evidence.isEmpty else { return "" }
    var html = "<section class=\"evidence\">\n<h2>\(wording.evidence)</h2>\n"
    var row: Int?
    for entry in evidence {
      if entry.row != row {
        if row != nil { html += "</article>\n" }
        row = entry.row
        let label = label(of: matrix.rows[entry.row])
        html += "<article>\n<h3\(label.attribute)>\(label.text)</h3>\n"
      }
      html += section(entry)
    }
    return html + "</article>\n</section>\n"
  }

  private func section(_ entry: CellEvidence) -> String {
    let theme = name(of: matrix.columns[entry.column])
    let cell = matrix.rows[entry.row].cells[entry.column]
    let anchor = "\(entry.row)-\(entry.column)"
    var counts = wording.counts(of: cell)
    if entry.passages.count < cell.passages {
      counts += wording.clauseSeparator + wording.selection(entry.passages.count, of: cell.passages)
    }
    var html = """
      <section id="e\(anchor)">
      <h4><span\(theme.attribute)>\(theme.text)</span> <small>\(counts)</small> \
      <a href="#c\(anchor)" title="\(wording.backToTable)" aria-label="\(wording.backToTable)">↑</a>\
      </h4>
      <ol>

      """
    for passage in entry.passages { html += item(passage, in: matrix.rows[entry.row]) }
    html += "</ol>\n</section>\n"
    return html
  }

  private func item(_ passage: EvidencePassage, in row: CoverageMatrix.Row) -> String {
    let language = languageAttribute(textLanguage)
    let text = HTMLText.escaped(passage.text, highlighting: passage.highlights)
    // Under the heading of a document, its title would only be said again.
    let isNamed = matrix.grouping == .document && passage.documentTitle == row.label
    let title =
      isNamed ? "" : "<cite\(language)>\(HTMLText.escaped(passage.documentTitle))</cite>"
    let page = passage.page.map { "<span>\(wording.page($0))</span>" } ?? ""
    return """
      <li><blockquote\(language)>\(text)</blockquote>
      <p class="source">\(title)<code>\(HTMLText.escaped(passage.place))</code>\(page)</p></li>

      """
  }
}
