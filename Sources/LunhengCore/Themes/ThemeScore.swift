import RealModule

/// How strongly a text is about a theme.
public struct ThemeScore: Hashable, Sendable {
  /// Index of the theme in the codebook.
  public var theme: Int
  /// Hits.
  public var count: Int
  /// Content blocks with a hit.
  public var passages: Int
  /// Comparable within one codebook; see `rank`.
  public var score: Double

  public init(theme: Int, count: Int, passages: Int, score: Double) {
    self.theme = theme
    self.count = count
    self.passages = passages
    self.score = score
  }

  /// The themes that `blocks` have hits of, strongest first.
  ///
  /// With n hits of a term of |t| characters and weight w in a text of C characters, a theme scores
  ///
  ///     score = 1000 / C × Σ_t  w · |t| · (1 + ln n)
  ///
  /// so that a long, specific term counts for more than a short one, the tenth hit of a term adds less
  /// than the first of another, and texts of different length compare. Equal scores go by count, then
  /// by codebook order.
  ///
  /// - Parameters:
  ///   - blocks: the matches of each content block.
  ///   - characters: of all content blocks together.
  public static func rank(
    _ blocks: [[ThemeMatch]], in codebook: Codebook, characters: Int
  ) -> [ThemeScore] {
    struct Use: Hashable {
      var theme: Int
      var term: Int
    }
    var counts: [Use: Int] = [:]
    var passages: [Int: Int] = [:]
    for matches in blocks {
      for match in matches { counts[Use(theme: match.theme, term: match.term), default: 0] += 1 }
      for theme in Set(matches.map(\.theme)) { passages[theme, default: 0] += 1 }
    }
    var scores: [Int: ThemeScore] = [:]
    // Sorted, because floating-point sums depend on their order.
    for (use, count) in counts.sorted(by: {
      ($0.key.theme, $0.key.term) < ($1.key.theme, $1.key.term)
    }) {
      let term = codebook.themes[use.theme].terms[use.term]
      let length = term.text.unicodeScalars.count
      scores[
        use.theme,
        default: ThemeScore(
          theme: use.theme, count: 0, passages: passages[use.theme] ?? 0, score: 0)
      ].add(
        count: count,
        score: term.weight * Double(length) * (1 + .log(Double(count)))
          * 1000 / Double(max(characters, 1)))
    }
    return scores.values.sorted {
      ($1.score, $1.count, $0.theme) < ($0.score, $0.count, $1.theme)
    }
  }

  private mutating func add(count: Int, score: Double) {
    self.count += count
    self.score += score
  }
}
