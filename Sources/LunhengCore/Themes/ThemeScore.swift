/// How strongly a text is about a theme, its subthemes included.
public struct ThemeScore: Hashable, Sendable {
  /// Index of the theme in the codebook.
  public var theme: Int
  /// Stretches of text that are hits.
  public var count: Int
  /// Content blocks with a hit.
  public var passages: Int
  /// Comparable within one codebook; see `ThemeRanker`.
  public var score: Double

  /// Whether the text is about the theme, and does not just have some of its words: one hit of an
  /// ordinary word of two characters in a hundred (√2) is not enough.
  public var isStrong: Bool { score >= 1.5 }

  public init(theme: Int, count: Int, passages: Int, score: Double) {
    self.theme = theme
    self.count = count
    self.passages = passages
    self.score = score
  }
}
