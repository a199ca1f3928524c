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
