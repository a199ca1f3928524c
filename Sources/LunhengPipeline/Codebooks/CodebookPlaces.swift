import LunhengCore

/// Where themes and terms stand in the file of a codebook.
public struct CodebookPlaces: Sendable {
  /// By theme.
  public var themes: [DiagnosticLocation]
  /// By theme and term.
  public var terms: [[DiagnosticLocation]]

  /// - Parameters: empty where it is not known.
  public init(themes: [DiagnosticLocation] = [], terms: [[DiagnosticLocation]] = []) {
    self.themes = themes
    self.terms = terms
  }

  /// The place of a term, or of a theme; nil if it is not known.
  public subscript(theme: Int, term: Int?) -> DiagnosticLocation? {
    guard let term else { return themes.indices.contains(theme) ? themes[theme] : nil }
    guard terms.indices.contains(theme), terms[theme].indices.contains(term) else { return nil }
    return terms[theme][term]
  }
}
