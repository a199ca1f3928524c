import LunhengCore

extension CoverageMatrix {
  /// The matrix as an HTML page that needs neither network nor script: a heat map in light and dark
  /// whose header and first column stay in view, with a legend, and under it the evidence.
  ///
  /// A cell with evidence links to the section where its passages stand, their hits marked, and the
  /// section links back. Other cells show their counts when pointed at. Complexity: O(size of the
  /// matrix and the evidence), plus what `value(_:of:column:)` takes.
  ///
  /// - Parameters:
  ///   - measure: What the cells show and are coloured by.
  ///   - language: Of the page: "zh-Hant" or "en". Theme names are in it where they can be.
  ///   - textLanguage: Of titles, authors and passages, for screen readers and the choice of glyphs.
  ///   - title: The heading of the page; nil for a general one.
  ///   - notes: Paragraphs at the end, such as which corpus and codebook the numbers are from.
  ///   - evidence: Passages of cells, the cells in any order.
  /// - Precondition: the indices in `evidence` are of rows and columns of the matrix.
  public func htmlPage(
    _ measure: CoverageMeasure, language: String = "zh-Hant", textLanguage: String = "zh-Hant",
    title: String? = nil, notes: [String] = [], evidence: [CellEvidence] = []
  ) -> String {
    CoveragePage(
      matrix: self, measure: measure, language: language, textLanguage: textLanguage, title: title,
      notes: notes, evidence: evidence
    ).html()
  }
}
