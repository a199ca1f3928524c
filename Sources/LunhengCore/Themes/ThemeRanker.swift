/// Puts the themes of a text in order.
///
/// With n hits of a term of weight w and |t| characters in a text of C characters, a theme scores
///
///     score = Σ_t  w · √|t| · n^¾  ÷  √(max(C, 100) / 100)
///
/// over its terms and those of its subthemes, where of several terms that find the same stretch only the
/// strongest has it: a specific (heavy, long) term says more than a general one,
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

    func evidence(length: Double) -> Double { weight * min(length, 8).squareRoot() }
  }

  /// A term as evidence of a theme: its own, or one that this is a part of.
  private struct Use: Hashable {
    var theme: Int
    var source: Int
    var term: Int
  }

  private struct Hits {
    var count = 0
    var units = 0
  }

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
    var uses: [Use: Hits] = [:]
    var scores: [Int: ThemeScore] = [:]
    for (block, matches) in blocks.enumerated() {
      var lastBlock: [Int: Int] = [:]
      var next = 0
      while next < matches.count {
        let range = matches[next].range
        let end = matches[next...].firstIndex { $0.range != range } ?? matches.count
        for (theme, match) in strongest(of: matches[next..<end]) {
          let use = Use(theme: theme, source: match.theme, term: match.term)
          uses[use, default: Hits()].count += 1
          uses[use]!.units += range.count
          var score =
            scores[theme] ?? ThemeScore(theme: theme, count: 0, passages: 0, score: 0)
          score.count += 1
          if lastBlock.updateValue(block, forKey: theme) != block { score.passages += 1 }
          scores[theme] = score
        }
        next = end
      }
    }
    let lengthFactor = (Double(max(characters, 100)) / 100).squareRoot()
    // Sorted, because floating-point sums depend on their order.
    for (use, hits) in uses.sorted(by: {
      ($0.key.theme, $0.key.source, $0.key.term) < ($1.key.theme, $1.key.source, $1.key.term)
    }) {
      let strength = strengths[use.source][use.term]
      let length = strength.length.map(Double.init) ?? Double(hits.units) / Double(hits.count)
      scores[use.theme]!.score +=
        strength.evidence(length: length) * Self.threeQuarterPower(Double(hits.count))
        / lengthFactor
    }
    return scores.values.sorted {
      ($1.score, $1.count, $1.passages, $0.theme) < ($0.score, $0.count, $0.passages, $1.theme)
    }
  }

  /// For each theme that one of `matches` is evidence of, the one that is the strongest; all of them find
  /// the same stretch, which is one hit of the theme.
  private func strongest(of matches: ArraySlice<ThemeMatch>) -> [(theme: Int, match: ThemeMatch)] {
    let first = matches.first!
    if matches.count == 1 { return lineages[first.theme].map { ($0, first) } }
    func evidence(_ match: ThemeMatch) -> Double {
      let strength = strengths[match.theme][match.term]
      return strength.evidence(
        length: strength.length.map(Double.init) ?? Double(match.range.count))
    }
    var best: [(theme: Int, match: ThemeMatch)] = []
    for match in matches {
      for theme in lineages[match.theme] {
        guard let index = best.firstIndex(where: { $0.theme == theme }) else {
          best.append((theme, match))
          continue
        }
        if evidence(match) > evidence(best[index].match) { best[index].match = match }
      }
    }
    return best
  }

  /// By square roots, which are exact to the last bit on every machine.
  private static func threeQuarterPower(_ value: Double) -> Double {
    let root = value.squareRoot()
    return root * root.squareRoot()
  }
}
