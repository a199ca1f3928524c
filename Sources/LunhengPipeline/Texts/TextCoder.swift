import LunhengCore
import LunhengReport

/// Codes texts with a codebook as `annotate` does: words, matches, ranking.
struct TextCoder: Sendable {
  let matcher: ThemeMatcher
  let segmenter: Segmenter
  private let ranker: ThemeRanker
  private let statuses: [BoundaryStatus]?

  /// - Parameter statuses: how hits must lie among words; nil for any.
  init(_ codebook: Codebook, segmenter: Segmenter, statuses: [BoundaryStatus]? = nil) {
    self.statuses = statuses
    matcher = ThemeMatcher(codebook)
    self.segmenter = segmenter
    ranker = ThemeRanker(codebook)
  }

  var codebook: Codebook { matcher.codebook }

  /// - Throws: `ICUError` or `PatternError`.
  func makeWorker() throws -> Worker {
    Worker(
      ranker: ranker, statuses: statuses, segmenter: try segmenter.makeWorker(),
      matcher: try matcher.makeWorker())
  }

  struct Worker: ~Copyable {
    fileprivate let ranker: ThemeRanker
    fileprivate let statuses: [BoundaryStatus]?
    fileprivate var segmenter: SegmenterWorker
    fileprivate var matcher: ThemeMatcherWorker

    /// The patterns that the last text was too much for.
    var faults: [PatternFault] { matcher.faults }

    /// - Parameter blocks: the content blocks of a document.
    mutating func code(_ blocks: [[UInt16]], authors: [String] = []) -> CodedText {
      var matches = matcher.matches(in: blocks) { segmenter.tokens(of: blocks, authors: authors) }
      if let statuses {
        for block in matches.indices { matches[block].removeAll { !statuses.contains($0.status) } }
      }
      let characters = blocks.reduce(0) { $0 + CharacterClass.countOfCharacters(in: $1) }
      return CodedText(
        blocks: blocks, matches: matches,
        scores: ranker.rank(matches, characters: characters))
    }

    /// A text of its own, a line a paragraph.
    mutating func code(_ text: String) -> CodedText {
      code(text.utf16.split(separator: 0x0A).map { Array($0) })
    }
  }
}

/// A text with what a codebook found in it.
struct CodedText: Sendable {
  var blocks: [[UInt16]]
  /// By block.
  var matches: [[ThemeMatch]]
  /// Strongest first.
  var scores: [ThemeScore]

  /// Whether the text is about something, and does not just have some words of some themes.
  var isAboutSomething: Bool { scores.first?.isStrong ?? false }

  /// What of the text was taken for some themes, with how often, the commonest first; of equals the one
  /// that comes first.
  func hits(of themes: Set<Int>, limit: Int) -> [ThemeHit] {
    var hits: [ThemeHit] = []
    var places: [String: Int] = [:]
    for (block, matches) in zip(blocks, matches) {
      for match in matches where themes.contains(match.theme) {
        let text = String(units: block[match.range])
        if let place = places[text] {
          hits[place].count += 1
        } else {
          places[text] = hits.count
          hits.append(ThemeHit(text: text, count: 1))
        }
      }
    }
    let sorted = hits.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    return sorted.prefix(limit).map(\.element)
  }
}
