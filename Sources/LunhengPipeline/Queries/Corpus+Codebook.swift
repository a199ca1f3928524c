import LunhengStore

extension Corpus {
  /// The codebook that is meant: the one of this name, or the only one.
  ///
  /// - Throws: `PipelineError` where there is none or several, or `StoreError`.
  func requireCodebook(_ name: String?) throws -> StoredCodebook {
    if let name {
      if let codebook = try codebook(named: name) { return codebook }
      throw PipelineError.unknownCodebook(name, known: try codebooks().map(\.codebook.id))
    }
    let all = try codebooks()
    guard let first = all.first else { throw PipelineError.noCodebook(corpus: path) }
    guard all.count == 1 else {
      throw PipelineError.severalCodebooks(all.map(\.codebook.id))
    }
    return first
  }
}

extension StoredCodebook {
  /// The ordinals of themes by id, or else by a name in any language; each once, in the order given.
  ///
  /// - Throws: `PipelineError.unknownTheme`.
  func themes(named names: [String]) throws -> [Int] {
    var themes: [Int] = []
    for name in names {
      let theme = try codebook.theme(named: name)
      if !themes.contains(theme) { themes.append(theme) }
    }
    return themes
  }

  /// The themes and all their subthemes, for a filter of matches.
  func withSubthemes(_ themes: [Int]) -> [Int] {
    Set(themes.flatMap { codebook.subtree(of: $0) }).sorted()
  }
}
