import LunhengCore

extension Codebook {
  /// A theme by id, or else by a name in any language.
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
