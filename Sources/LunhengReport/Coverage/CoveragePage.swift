import LunhengCore

/// Builds the HTML page of a coverage matrix.
struct CoveragePage {
  let matrix: CoverageMatrix
  let measure: CoverageMeasure
  let language: String
  let textLanguage: String
  let title: String
  let notes: [String]
  /// In the order of rows and columns, one entry a cell, none without passages.
  let evidence: [CellEvidence]
  let wording: Wording
  let scale: HeatScale

  init(
    matrix: CoverageMatrix, measure: CoverageMeasure, language: String, textLanguage: String,
    title: String?, notes: [String], evidence: [CellEvidence]
  ) {
    precondition(
      evidence.allSatisfy {
        matrix.rows.indices.contains($0.row) && matrix.columns.indices.contains($0.column)
      }, "evidence for a cell outside of the matrix")
    self.matrix = matrix
    self.measure = measure
    self.language = language
    self.textLanguage = textLanguage
    self.notes = notes
    self.evidence = Self.ordered(evidence)
    wording = Wording(language)
    self.title = title ?? wording.coverage
    scale = HeatScale(matrix, measure)
  }

  func html() -> String {
    let title = HTMLText.escaped(title)
    var html = """
      <!doctype html>
      <html lang="\(HTMLText.escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(CoverageStylesheet.css)</style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>

      """
    html += legend()
    html += "</header>\n<main>\n"
    html += table()
    html += evidenceSections()
    html += "</main>\n"
    if !notes.isEmpty {
      html += "<footer>\n"
      for note in notes { html += "<p>\(HTMLText.escaped(note))</p>\n" }
      html += "</footer>\n"
    }
    return html + "</body>\n</html>\n"
  }

  private static func ordered(_ evidence: [CellEvidence]) -> [CellEvidence] {
    // Entries of one cell stay in the order in which they were given.
    let sorted = evidence.enumerated().sorted {
      ($0.element.row, $0.element.column, $0.offset)
        < ($1.element.row, $1.element.column, $1.offset)
    }
    var ordered: [CellEvidence] = []
    for (_, entry) in sorted where !entry.passages.isEmpty {
      if let last = ordered.last, last.row == entry.row, last.column == entry.column {
        ordered[ordered.count - 1].passages += entry.passages
      } else {
        ordered.append(entry)
      }
    }
    return ordered
  }

  /// The steps of the colour scale with the values that each stands for.
  private func legend() -> String {
    var html = "<ul class=\"legend\" aria-label=\"\(wording.colourScale)\">\n"
    html += "<li><span class=\"swatch gap\">·</span>\(wording.noHits)</li>\n"
    let column = Table.Column(key: "", header: "", groupsDigits: true)
    for (step, low, high) in scale.intervals {
      let ends = [low, high].map { measure.cell($0).display(in: column) }
      let range = scale.isCount && low == high ? ends[0] : ends.joined(separator: "–")
      html += "<li><span class=\"swatch h\(step + 1)\"></span>\(range)</li>\n"
    }
    return html + "</ul>\n"
  }

  /// A `lang` attribute, with a space before it, if `other` is not the language of the page.
  func languageAttribute(_ other: String?) -> String {
    guard let other, other != language else { return "" }
    return " lang=\"\(HTMLText.escaped(other))\""
  }

  /// The label of a row, and the attribute that tells its language. Months are in none.
  func label(of row: CoverageMatrix.Row) -> (text: String, attribute: String) {
    let isText =
      matrix.grouping != .month && matrix.grouping != .year && (row.label ?? row.key) != nil
    return (
      HTMLText.escaped(row.displayLabel(wording)), isText ? languageAttribute(textLanguage) : ""
    )
  }

  /// The name of a theme, and the attribute that tells its language.
  func name(of column: CoverageMatrix.Column) -> (text: String, attribute: String) {
    (
      HTMLText.escaped(column.displayName(language)),
      languageAttribute(column.displayLanguage(language))
    )
  }
}
