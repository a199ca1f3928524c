import LunhengConfiguration
import LunhengCore

extension CodebookPlaces {
  /// The place of a term, or of a theme.
  subscript(theme: Int, term: Int?) -> DiagnosticLocation {
    term.map { terms[theme][$0] } ?? themes[theme]
  }
}
