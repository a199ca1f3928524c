/// A codebook on its way from one version to another: its themes are known by a number that stays, through
/// all edits. Of what has no part in matching only ids and names are kept.
struct CodebookDraft {
  var overlap: OverlapPolicy
  var exclusions: [CodingRule]
  /// By number; nil where the theme is not there yet, or not any more.
  var themes: [Theme?]
  var parents: [Int?]

  /// - Parameter numbers: of the themes of `codebook`, in order.
  init(_ codebook: Codebook, numbers: [Int], count: Int) {
    overlap = codebook.overlap
    exclusions = codebook.exclusions
    themes = Array(repeating: nil, count: count)
    parents = Array(repeating: nil, count: count)
    for (index, theme) in codebook.themes.enumerated() {
      themes[numbers[index]] = theme
      parents[numbers[index]] = theme.parent.map { numbers[$0] }
    }
  }

  mutating func apply(_ change: CodebookEdit.Change) {
    switch change {
    case .setOverlap(let policy): overlap = policy
    case .addExclusion(let rule, let theme):
      if let theme { themes[theme]!.exclusions.append(rule) } else { exclusions.append(rule) }
    case .removeExclusion(let rule, let theme):
      if let theme {
        themes[theme]!.exclusions.removeFirst(rule)
      } else {
        exclusions.removeFirst(rule)
      }
    case .addTheme(let number, let theme, let parent):
      themes[number] = theme
      parents[number] = parent
    case .removeTheme(let number, _):
      themes[number] = nil
      parents[number] = nil
    case .move(let number, let parent): parents[number] = parent
    case .rename(let number, let id, let name):
      themes[number]!.id = id
      themes[number]!.name = name
    case .addTerm(let term, let theme): themes[theme]!.terms.append(term)
    case .removeTerm(let term, let theme): themes[theme]!.terms.removeFirst(term)
    case .replaceTerm(let old, let new, let theme):
      let index = themes[theme]!.terms.firstIndex(of: old)!
      themes[theme]!.terms[index] = new
    }
  }

  /// The codebook as it stands, and the numbers of its themes.
  func codebook(id: String) -> CodebookChanges.Stage {
    let numbers = themes.indices.filter { themes[$0] != nil }
    var places = [Int?](repeating: nil, count: themes.count)
    for (place, number) in numbers.enumerated() { places[number] = place }
    return CodebookChanges.Stage(
      codebook: Codebook(
        id: id, name: LocalizedName([:]), overlap: overlap, exclusions: exclusions,
        themes: numbers.map { number in
          var theme = themes[number]!
          theme.parent = parents[number].flatMap { places[$0] }
          return theme
        }),
      numbers: numbers)
  }
}

extension Array where Element: Equatable {
  fileprivate mutating func removeFirst(_ element: Element) {
    remove(at: firstIndex(of: element)!)
  }
}
