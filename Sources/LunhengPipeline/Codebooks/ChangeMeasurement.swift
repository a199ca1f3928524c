import LunhengCore

/// Finds in which way each edit of a codebook changes the hits of one document after another.
struct ChangeMeasurement: Sendable {
  let changes: CodebookChanges
  /// By stage: all, or where there are many the first and the last. The others are made of `excerpts`
  /// when they are needed.
  private let held: [Int: HeldStage]
  private let excerpts: ChangeExcerpts
  /// The phrases that edits depend on, and for each the edits.
  private let phrases: PhraseMatcher
  private let editsOfPhrase: [[Int]]
  /// The edits that may change something anywhere, in order.
  private let everywhere: [Int]
  /// Whether a stage's matches depend on the words of the text.
  private let needsWords: Bool
  /// Whether what is found in a block depends on no other block.
  private let isLocal: Bool

  /// What a matcher takes by itself, in terms.
  private static let ownSize = 4_000

  /// A stage that is matched in full.
  struct HeldStage: Sendable {
    let matcher: ThemeMatcher
    /// By theme of its codebook: the numbers of the theme and of all that it is a part of.
    let lineages: [[Int]]

    init(_ stage: CodebookChanges.Stage) {
      matcher = ThemeMatcher(stage.codebook)
      lineages = stage.lineages
    }
  }

  /// - Parameter mostHeld: how many terms the stages may have together that are held in memory, ready to
  ///   match: about 100 bytes each. Excerpts need next to none and take time with each text.
  /// - Complexity: O(length of all terms × stages that are held).
  init(_ changes: CodebookChanges, threads: Int, mostHeld: Int = 2_000_000) {
    self.changes = changes
    excerpts = ChangeExcerpts(changes)
    let count = changes.edits.count + 1
    let stages =
      count * (excerpts.rules.themes[0].terms.count + Self.ownSize) <= mostHeld
      ? Array(changes.stages().enumerated())
      : [(offset: 0, element: changes.firstStage()), (count - 1, changes.lastStage())]
    held = Dictionary(
      parallelMap(stages.map { (number: $0.offset, stage: $0.element) }, threads: threads) {
        ($0.number, HeldStage($0.stage))
      }, uniquingKeysWith: { first, _ in first })
    needsWords = ThemeMatcher(excerpts.rules).dependsOnWords
    isLocal = !excerpts.rules.looksAcrossBlocks
    var edits: [String: [Int]] = [:]
    var everywhere: [Int] = []
    for (index, edit) in changes.edits.enumerated() {
      // A phrase is read by the script of the whole codebook.
      if !excerpts.keepsScript(index) {
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
  struct Effect: Hashable, Sendable {
    /// Stretches that are hits of a theme afterwards, and ones that were before.
    var gained = 0
    var lost = 0
    /// By theme, subthemes included: how many hits more.
    var themes: [Int: Int] = [:]
    /// Whether some theme has hits for the first time, or has none any more.
    var appears = false
    var vanishes = false

    fileprivate var isNothing: Bool { gained == 0 && lost == 0 && themes.isEmpty }

    fileprivate mutating func add(_ other: Effect) {
      gained += other.gained
      lost += other.lost
      themes.merge(other.themes, uniquingKeysWith: +)
      for theme in other.themes.keys where themes[theme] == 0 { themes[theme] = nil }
    }

    /// Applies the effect to a document's hits, to see which themes come and go.
    fileprivate mutating func apply(to counts: inout [Int: Int]) {
      for (theme, change) in themes {
        let old = counts[theme] ?? 0
        counts[theme] = old + change
        if old == 0 { appears = true }
        if old + change == 0 { vanishes = true }
      }
    }
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

  /// Complexity: O(text + text of the blocks that an edit may change something in, for each edit).
  func measure(_ text: SourceText, _ worker: ChangeWorker) -> Found {
    worker.begin(text, needsWords: needsWords)
    let all = Array(text.blocks.indices)
    let first = hits(0, all, worker)
    let last = hits(changes.edits.count, all, worker)
    var found = Found()
    var effects: [Int: Effect] = [:]
    for unit in isLocal ? all.map({ [$0] }) : [all] {
      let before = unit.count == 1 ? [first[unit[0]]] : first
      for hits in before {
        for (theme, count) in hits.counts { found.before[theme, default: 0] += count }
      }
      found.total.add(
        ThemeHits.effect(from: before, to: unit.count == 1 ? [last[unit[0]]] : last))
      var current = before
      worker.begin(unit)
      for edit in touching(unit, of: text) {
        let next = hits(edit + 1, unit, worker)
        let effect = ThemeHits.effect(from: current, to: next)
        if !effect.isNothing { effects[edit, default: Effect()].add(effect) }
        current = next
      }
    }
    var counts = found.before
    found.total.apply(to: &counts)
    counts = found.before
    found.edits = effects.sorted { $0.key < $1.key }.map { (edit: $0.key, effect: $0.value) }
    for index in found.edits.indices { found.edits[index].effect.apply(to: &counts) }
    found.faults = worker.faults.sorted { ($0.pattern, $0.block) < ($1.pattern, $1.block) }
    return found
  }

  /// The hits of a stage in some blocks.
  private func hits(_ stage: Int, _ blocks: [Int], _ worker: ChangeWorker) -> [ThemeHits] {
    let (matches, lineages) = worker.matches(stage, blocks)
    return matches.map { ThemeHits($0, lineages: lineages) }
  }

  /// The edits that may change something in some blocks, in order.
  private func touching(_ blocks: [Int], of text: SourceText) -> [Int] {
    var edits = Set(everywhere)
    var hits: [PhraseMatcher.Hit] = []
    for block in blocks {
      hits.removeAll(keepingCapacity: true)
      phrases.findAll(in: text.blocks[block], into: &hits)
      for hit in hits { edits.formUnion(editsOfPhrase[Int(hit.phrase)]) }
    }
    return edits.sorted()
  }

  /// - Throws: `ICUError` or `PatternError`.
  func makeWorker(_ segmenter: consuming SegmenterWorker) throws -> ChangeWorker {
    try ChangeWorker(held, excerpts, segmenter: segmenter)
  }
}

/// The hits of a block, as numbers of themes go.
private struct ThemeHits {
  /// Stretches of themes themselves, each once, in order.
  private(set) var own: [Hit] = []
  /// By theme, subthemes included.
  private(set) var counts: [Int: Int] = [:]

  struct Hit: Comparable {
    var start: Int
    var end: Int
    var theme: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.start, left.end, left.theme) < (right.start, right.end, right.theme)
    }
  }

  /// - Parameters:
  ///   - matches: in order; themes are in the order of their numbers.
  ///   - lineages: by theme.
  init(_ matches: [ThemeMatch], lineages: [[Int]]) {
    // The themes that the stretch before has been counted for.
    var counted: [Int] = []
    var last: Range<Int>?
    for match in matches {
      let lineage = lineages[match.theme]
      if match.range != last {
        counted.removeAll(keepingCapacity: true)
        last = match.range
      }
      let hit = Hit(start: match.range.lowerBound, end: match.range.upperBound, theme: lineage[0])
      if own.last != hit { own.append(hit) }
      for theme in lineage where !counted.contains(theme) {
        counted.append(theme)
        counts[theme, default: 0] += 1
      }
    }
  }

  /// - Parameters: the same blocks, by two stages.
  static func effect(from old: [ThemeHits], to new: [ThemeHits]) -> ChangeMeasurement.Effect {
    var effect = ChangeMeasurement.Effect()
    for (old, new) in zip(old, new) {
      var next = 0
      for hit in new.own {
        while next < old.own.count, old.own[next] < hit {
          effect.lost += 1
          next += 1
        }
        if next < old.own.count, old.own[next] == hit { next += 1 } else { effect.gained += 1 }
      }
      effect.lost += old.own.count - next
      for (theme, count) in new.counts where count != old.counts[theme] ?? 0 {
        effect.themes[theme, default: 0] += count - (old.counts[theme] ?? 0)
      }
      for (theme, count) in old.counts where new.counts[theme] == nil {
        effect.themes[theme, default: 0] -= count
      }
    }
    effect.themes = effect.themes.filter { $0.value != 0 }
    return effect
  }
}
