import LunhengCore

/// A codebook as it was read, with the places of what is in it.
struct ReadCodebook {
  /// Without themes.
  var codebook: Codebook
  /// Those of the file and then those that it includes, a theme before its subthemes.
  var themes: [ReadTheme] = []

  /// The theme at `index` and its subthemes, which follow it.
  func subtree(of index: Int) -> Range<Int> {
    var end = index + 1
    while end < themes.count, let parent = themes[end].theme.parent, parent >= index { end += 1 }
    return index..<end
  }

  /// Indices of the theme's parent, its parent's parent, and so on.
  func ancestors(of index: Int) -> [Int] {
    Array(sequence(first: index) { themes[$0].theme.parent }.dropFirst())
  }
}

/// A theme as it was read.
struct ReadTheme {
  /// Without terms; `parent` is an index in the same codebook.
  var theme: Theme
  /// Nil if the id is missing, which has been reported.
  var id: String?
  var place: FilePlace
  var terms: [ReadTerm]
}

struct ReadTerm {
  var term: Term
  var place: FilePlace
  var key: TermKey
}
