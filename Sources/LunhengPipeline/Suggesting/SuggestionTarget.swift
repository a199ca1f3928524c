import LunhengCore

/// Which text is compared with all other text.
public enum SuggestionTarget: Sendable {
  /// The paragraphs in which a codebook finds some of its themes. Names the target in output.
  case passages(of: Codebook, themes: [Int], name: String)
  /// The documents whose `field` has a value; nil for each value in turn.
  case labelled(field: String, value: String?)

  /// The paragraphs with one of these terms.
  ///
  /// - Throws: `PipelineError.emptyTerm`.
  public static func seeds(_ terms: [String]) throws -> SuggestionTarget {
    .passages(
      of: try TermSearch(terms).codebook, themes: Array(terms.indices),
      name: terms.joined(separator: "、"))
  }

  /// The paragraphs of a theme, by id or name, and its subthemes.
  ///
  /// - Throws: `PipelineError.unknownTheme`.
  public static func theme(_ name: String, of codebook: Codebook) throws -> SuggestionTarget {
    let theme = try codebook.theme(named: name)
    return .passages(
      of: codebook, themes: codebook.subtree(of: theme), name: codebook.themes[theme].id)
  }
}

extension Codebook {
  /// A theme by id, or by a name in any language.
  ///
  /// - Throws: `PipelineError.unknownTheme`.
  func theme(named name: String) throws(PipelineError) -> Int {
    guard let theme = firstTheme(named: name) else {
      throw .unknownTheme(name, known: themes.map(\.id))
    }
    return theme
  }

  /// A theme by id, or else by a name in any language; nil if there is none.
  func firstTheme(named name: String) -> Int? {
    themes.firstIndex { $0.id == name }
      ?? themes.firstIndex { $0.name.byLanguage.values.contains(name) }
  }
}
