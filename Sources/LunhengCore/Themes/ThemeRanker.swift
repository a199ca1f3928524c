/// Puts the themes of a text in order.
///
/// With n hits of a term of weight w and |t| characters in a text of C characters, a theme scores
///
///     score = Σ_t  w · √|t| · n^¾  ÷  √(max(C, 100) / 100)
///
/// over its terms and those of its subthemes: a specific (heavy, long) term says more than a general one,
/// and every further hit a little less than the one before. Divided by the root of the length, because
/// chance hits grow with length: a text four times as long needs twice the evidence. |t| is at most 8; of
/// a rule it is the mean length of its hits. Equal scores go by hits, then passages, then codebook order.
///
/// Where the formula and its constants come from: `Tests/Benchmarks/theme-ranking-research.md`.
public struct ThemeRanker: Sendable {
  /// By theme: the theme and all that it is a part of.
  private let lineages: [[Int]]
  /// By theme and term.
  private let strengths: [[Strength]]

  private struct Strength: Sendable {
    var weight: Double
    /// Characters of a phrase; nil for rules, whose hits differ in length.
    var length: Int?
  }

  private static let greatestLength = 8.0

  public init(_ codebook: Codebook) {
    lineages = codebook.themes.indices.map { codebook.lineage(of: $0) }
    strengths = codebook.themes.map { theme in
      theme.terms.map { term in
        guard case .phrase(let text, _) = term.rule.kind else {
          return Strength(weight: term.weight, length: nil)
        }
        return Strength(
          weight: term.weight, length: CharacterClass.countOfCharacters(in: text.utf16))
      }
    }
  }

  /// The themes that `blocks` have hits of, strongest first. A theme never stands before one that it is
  /// a part of.
  ///
  /// - Parameters:
  ///   - blocks: the matches of each content block, as `ThemeMatcherWorker` gives them.
  ///   - characters: of all content blocks together.
  /// - Complexity: O(matches × depth of themes).
  public func rank(_ blocks: [[ThemeMatch]], characters: Int) -> [ThemeScore] {
    struct Use: Hashable {
      var theme: Int
      var term: Int
    }
    struct Hits {
      var count = 0
      var units = 0
    }
    var uses: [Use: Hits] = [:]
    var scores: [Int: ThemeScore] = [:]
    for matches in blocks {
      // A stretch that several terms of a theme find is one hit of the theme.
      var last: [Int: Range<Int>] = [:]
      for match in matches {
        let use = Use(theme: match.theme, term: match.term)
        uses[use, default: Hits()].count += 1
        uses[use]!.units += match.range.count
        for theme in lineages[match.theme] {
          let previous = last.updateValue(match.range, forKey: theme)
          if previous == match.range { continue }
          var score =
            scores[theme] ?? ThemeScore(theme: theme, count: 0, passages: 0, score: 0)
          score.count += 1
          if previous == nil { score.passages += 1 }
          scores[theme] = score
        }
      }
    }
    let lengthFactor = (Double(max(characters, 100)) / 100).squareRoot()
    // Sorted, because floating-point sums depend on their order.
    for (use, hits) in uses.sorted(by: {
      ($0.key.theme, $0.key.term) < ($1.key.theme, $1.key.term)
    }) {
      let strength = strengths[use.theme][use.term]
      let length = strength.length.map(Double.init) ?? Double(hits.units) / Double(hits.count)
      let evidence =
        strength.weight * min(length, Self.greatestLength).squareRoot()
        * Self.threeQuarterPower(Double(hits.count))
      for theme in lineages[use.theme] { scores[theme]!.score += evidence / lengthFactor }
    }
    return scores.values.sorted {
      ($1.score, $1.count, $1.passages, $0.theme) < ($0.score, $0.count, $0.passages, $1.theme)
    }
  }

  /// By square roots, which are exact to the last bit on every machine.
  private static func threeQuarterPower(_ value: Double) -> Double {
    let root = value.squareRoot()
    return root * root.squareRoot()
  }
}
