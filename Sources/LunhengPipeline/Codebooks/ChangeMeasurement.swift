import LunhengCore

/// Finds in which way each edit of a codebook changes the hits of one document after another.
struct ChangeMeasurement: Sendable {
  let changes: CodebookChanges
  private let matchers: [ThemeMatcher]
  /// By stage and theme of its codebook: the numbers of the theme and of all that it is a part of.
  private let lineages: [[[Int]]]
  /// The phrases that edits depend on, and for each the edits.
  private let phrases: PhraseMatcher
  private let editsOfPhrase: [[Int]]
  /// The edits that may change something anywhere, in order.
  private let everywhere: [Int]
  /// Whether a stage's matches depend on the words of the text.
  private let needsWords: Bool

  /// Complexity: O(edits × length of all terms).
  init(_ changes: CodebookChanges, threads: Int) {
    self.changes = changes
    let stages = changes.stages()
    matchers = parallelMap(stages, threads: threads) { ThemeMatcher($0.codebook) }
    lineages = stages.map(\.lineages)
    needsWords = matchers.contains(where: \.dependsOnWords)
    var edits: [String: [Int]] = [:]
    var everywhere: [Int] = []
    for (index, edit) in changes.edits.enumerated() {
      // A phrase is read by the script of the whole codebook.
      if !matchers[index].reads(like: matchers[index + 1]) {
        everywhere.append(index)
        continue
      }
      switch edit.reach {
      case .nowhere: break
      case .everywhere: everywhere.append(index)
      case .phrases(let phrases):
        for phrase in Set(phrases) { edits[phrase, default: []].append(index) }
      }
    }
    self.everywhere = everywhere
    // Of phrases that fold alike the finder names the first only.
    let byFold = Dictionary(grouping: edits.keys) { FoldedText(Array($0.utf16)).units }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    phrases = PhraseMatcher(byFold.map { $0.value.min()! })
    editsOfPhrase = byFold.map { Set($0.value.flatMap { edits[$0]! }).sorted() }
  }

  /// What an edit, or all together, does to the hits of a document.
  struct Effect: Sendable {
    /// Stretches that are hits of a theme afterwards, and ones that were before.
    var gained = 0
    var lost = 0
    /// By theme, subthemes included: how many hits more.
    var themes: [Int: Int] = [:]
    /// Whether some theme has hits for the first time, or has none any more.
    var appears = false
    var vanishes = false
  }

  /// The effects on one document.
  struct Found: Sendable {
    var edits: [(edit: Int, effect: Effect)] = []
    /// The first stage against the last.
    var total = Effect()
    /// By theme, subthemes included: hits by the first codebook.
    var before: [Int: Int] = [:]
    var faults: [PatternFault] = []
  }

  /// The hits by one stage, as numbers of themes go: each stretch once.
  private struct Hits {
    /// Of the themes themselves.
    var own: Set<Hit> = []
    /// By theme, subthemes included.
    var counts: [Int: Int] = [:]
  }

  private struct Hit: Hashable {
    var theme: Int
    var block: Int
    var range: Range<Int>
  }

  /// A thread's matchers, made when they are first asked for.
  final class Worker {
    fileprivate var matchers: [StageWorker?]
    var segmenter: SegmenterWorker

    init(stages: Int, segmenter: consuming SegmenterWorker) {
      matchers = Array(repeating: nil, count: stages)
      self.segmenter = segmenter
    }
  }

  fileprivate final class StageWorker {
    var worker: ThemeMatcherWorker

    init(_ worker: consuming ThemeMatcherWorker) { self.worker = worker }
  }

  /// - Throws: `ICUError` or `PatternError`.
  func makeWorker(_ segmenter: consuming SegmenterWorker) throws -> Worker {
    let worker = Worker(stages: matchers.count, segmenter: segmenter)
    // Whatever may go wrong does so here.
    for stage in matchers.indices where !matchers[stage].codebook.themes.isEmpty {
      worker.matchers[stage] = StageWorker(try matchers[stage].makeWorker())
    }
    return worker
  }

  /// Complexity: O(text × edits that may change something in it).
  func measure(_ text: SourceText, _ worker: Worker) -> Found {
    var tokens: [[Token]]?
    var faults: Set<PatternFault> = []
    func hits(_ stage: Int) -> Hits {
      guard let matcher = worker.matchers[stage] else { return Hits() }
      let matches = matcher.worker.matches(in: text.blocks) {
        if let tokens { return tokens }
        let found = needsWords ? text.tokens(&worker.segmenter) : text.blocks.map { _ in [] }
        tokens = found
        return found
      }
      faults.formUnion(matcher.worker.faults)
      return Self.hits(matches, lineages[stage])
    }
    let first = hits(0)
    var found = Found(before: first.counts)
    var current = first
    for edit in touching(text) {
      let next = hits(edit + 1)
      let effect = Self.effect(from: current, to: next)
      if effect.gained + effect.lost > 0 || !effect.themes.isEmpty {
        found.edits.append((edit, effect))
      }
      current = next
    }
    found.total = Self.effect(from: first, to: hits(matchers.count - 1))
    found.faults = faults.sorted { ($0.pattern, $0.block) < ($1.pattern, $1.block) }
    return found
  }

  /// The edits that may change something in the document, in order.
  private func touching(_ text: SourceText) -> [Int] {
    var edits = Set(everywhere)
    var hits: [PhraseMatcher.Hit] = []
    for block in text.blocks {
      hits.removeAll(keepingCapacity: true)
      phrases.findAll(in: block, into: &hits)
      for hit in hits { edits.formUnion(editsOfPhrase[Int(hit.phrase)]) }
    }
    return edits.sorted()
  }

  private static func hits(_ matches: [[ThemeMatch]], _ lineages: [[Int]]) -> Hits {
    var hits = Hits()
    for (block, matches) in matches.enumerated() {
      // Hits of the same stretch stand side by side.
      var last: [Int: Range<Int>] = [:]
      for match in matches {
        let lineage = lineages[match.theme]
        hits.own.insert(Hit(theme: lineage[0], block: block, range: match.range))
        for theme in lineage where last.updateValue(match.range, forKey: theme) != match.range {
          hits.counts[theme, default: 0] += 1
        }
      }
    }
    return hits
  }

  private static func effect(from old: Hits, to new: Hits) -> Effect {
    var effect = Effect()
    effect.gained = new.own.count { !old.own.contains($0) }
    effect.lost = old.own.count { !new.own.contains($0) }
    for (theme, count) in new.counts where count != old.counts[theme] ?? 0 {
      effect.themes[theme] = count - (old.counts[theme] ?? 0)
      if old.counts[theme] == nil { effect.appears = true }
    }
    for (theme, count) in old.counts where new.counts[theme] == nil {
      effect.themes[theme] = -count
      effect.vanishes = true
    }
    return effect
  }
}
