/// Matches a codebook against one document after another on one thread.
public struct ThemeMatcherWorker: ~Copyable {
  private let matcher: ThemeMatcher
  private let structure: DocumentStructure
  private let patterns: [PatternMachine]
  private var hits: [PhraseMatcher.Hit] = []
  /// Where the hits of each block end in `hits`.
  private var blockEnds: [Int] = []
  private var patternHits: [(leaf: Int, hit: RuleHit)] = []
  /// By leaf that rules ask for; `touched` are those that have some.
  private var leafHits: [[RuleHit]]
  private var touched: [Int] = []
  private var triggered: Set<Int> = []
  private var candidates: [Candidate] = []
  private var arenas: OverlapArenas
  /// Nil while nobody asks.
  private var audit: MatchAudit?

  /// The patterns that the last document was too much for; their other hits in it are lost.
  public private(set) var faults: [PatternFault] = []

  init(_ matcher: ThemeMatcher) throws {
    let structure = try DocumentStructure()
    let patterns = try matcher.patterns.map { try PatternMachine($0) }
    self.matcher = matcher
    self.structure = structure
    self.patterns = patterns
    leafHits = Array(repeating: [], count: matcher.leafCount)
    arenas = OverlapArenas(count: matcher.codebook.themes.count)
  }

  /// A hit that may yet be hidden by others.
  struct Candidate {
    var hit: RuleHit
    var theme: Int32
    var term: Int32
    var status: BoundaryStatus
    var competes: Bool
  }

  /// The matches of each block of a document, in order of start, end, theme and term.
  ///
  /// - Parameters:
  ///   - blocks: the content blocks as UTF-16.
  ///   - tokens: gives the words of each block, segmented without knowledge of the codebook; asked only
  ///     if there may be a match.
  /// - Complexity: O(n + hits · log tokens) for plain terms; see `RuleEvaluator` for rules.
  public mutating func matches(in blocks: [[UInt16]], tokens: () -> [[Token]]) -> [[ThemeMatch]] {
    faults = []
    guard find(in: blocks) else { return Array(repeating: [], count: blocks.count) }
    let tokens = tokens()
    candidates.removeAll(keepingCapacity: true)
    var start = 0
    for (block, units) in blocks.enumerated() {
      units.withUnsafeBufferPointer {
        take(hits[start..<blockEnds[block]], of: Int32(block), $0, tokens: tokens[block])
      }
      start = blockEnds[block]
    }
    for (leaf, hit) in patternHits {
      take(hit, as: leaf, BoundaryStatus(of: hit.range, among: tokens[Int(hit.block)]))
    }
    applyRules(to: blocks, tokens: tokens)
    removeUnwantedStatuses()
    settleOverlaps()
    var matches = [[ThemeMatch]](repeating: [], count: blocks.count)
    for candidate in candidates {
      matches[Int(candidate.hit.block)].append(
        ThemeMatch(
          theme: Int(candidate.theme), term: Int(candidate.term), range: candidate.hit.range,
          status: candidate.status))
    }
    return matches
  }

  /// As `matches`, and what became of the other occurrences of terms. About half as fast.
  public mutating func audit(in blocks: [[UInt16]], tokens: () -> [[Token]]) -> MatchAudit {
    audit = MatchAudit()
    let matches = matches(in: blocks, tokens: tokens)
    var found = audit.take()!
    found.matches = matches
    return found
  }

  // MARK: Phrases and patterns

  /// Finds what phrases and patterns spell; false if there is nothing.
  private mutating func find(in blocks: [[UInt16]]) -> Bool {
    hits.removeAll(keepingCapacity: true)
    blockEnds.removeAll(keepingCapacity: true)
    patternHits.removeAll(keepingCapacity: true)
    for (block, units) in blocks.enumerated() {
      units.withUnsafeBufferPointer { units in
        matcher.phrases.findAll(in: units, into: &hits)
        // One fault is enough: what explodes in one block does in the next.
        for pattern in patterns where !faults.contains(where: { $0.pattern == pattern.pattern }) {
          do throws(PatternError) {
            try pattern.expression.forEachMatch(in: units) {
              let hit = RuleHit(
                block: Int32(block), start: Int32($0.lowerBound), end: Int32($0.upperBound))
              patternHits.append((pattern.leaf, hit))
            }
          } catch {
            faults.append(PatternFault(pattern: pattern.pattern, block: block, error: error))
          }
        }
      }
      blockEnds.append(hits.count)
    }
    return !hits.isEmpty || !patternHits.isEmpty
  }

  /// Takes the hits of a block for what its phrases are.
  private mutating func take(
    _ hits: ArraySlice<PhraseMatcher.Hit>, of block: Int32, _ text: UnsafeBufferPointer<UInt16>,
    tokens: [Token]
  ) {
    var script: FoldTable.Script?
    func scriptOfText() -> FoldTable.Script {
      if let script { return script }
      let found = FoldTable.script(of: text)
      script = found
      return found
    }
    let matcher = matcher
    for hit in hits {
      let status = BoundaryStatus(of: hit.range, among: tokens)
      matcher.phrases.forEachPhrase(alike: Int(hit.phrase)) { phrase in
        if let exact = matcher.exactPhrases[phrase],
          !matcher.phrases.isExact(exact, at: hit.range, in: text)
        {
          return
        }
        let reading = matcher.phrases.reading(
          of: phrase, at: hit.range, in: text, phrasesAre: matcher.script,
          scriptOfText: scriptOfText)
        let found = RuleHit(block: block, start: hit.start, end: hit.end)
        let leaf = matcher.leafOfPhrase[phrase]
        // Simplified texts are segmented less well: there words must part on both sides.
        let isTorn =
          reading == .likely && status == .crossing
          && (scriptOfText() != .simplified || tokens.part(hit.range))
        if audit != nil, reading != .certain {
          note(reading, of: leaf, at: found, isTorn: isTorn)
        }
        if reading == .other || isTorn { return }
        take(found, as: leaf, status)
      }
    }
  }

  private mutating func take(_ hit: RuleHit, as leaf: Int, _ status: BoundaryStatus) {
    for index in matcher.firstPlainUse[leaf]..<matcher.firstPlainUse[leaf + 1] {
      let use = matcher.plainUses[index]
      candidates.append(
        Candidate(
          hit: hit, theme: Int32(use.theme), term: Int32(use.term), status: status, competes: true))
    }
    if matcher.isCollected[leaf] {
      if leafHits[leaf].isEmpty { touched.append(leaf) }
      leafHits[leaf].append(hit)
      triggered.formUnion(matcher.triggered[leaf])
    }
  }

  /// Notes for the audit how a doubtful hit is read.
  private mutating func note(
    _ reading: PhraseMatcher.Reading, of leaf: Int, at hit: RuleHit, isTorn: Bool
  ) {
    let uses =
      matcher.plainUses[matcher.firstPlainUse[leaf]..<matcher.firstPlainUse[leaf + 1]]
      + matcher.triggered[leaf].map { matcher.ruleUses[$0].use }
    for use in uses {
      let place = MatchAudit.Place(theme: use.theme, term: use.term)
      if reading == .likely, !isTorn {
        audit!.likely.insert(MatchAudit.LikelyHit(hit: hit, place: place))
      } else {
        audit!.dropped.append(
          MatchAudit.Dropped(
            place: place, reason: reading == .other ? .otherWord : .crossingFold))
      }
    }
  }

  // MARK: Rules

  /// Adds the hits of rules and takes away what is excluded.
  private mutating func applyRules(to blocks: [[UInt16]], tokens: [[Token]]) {
    guard !touched.isEmpty else { return }
    structure.begin(blocks)
    var lent: [[RuleHit]] = []
    swap(&lent, &leafHits)
    var evaluator = RuleEvaluator(leafHits: lent, structure: structure)
    lent = []
    for index in triggered.sorted() {
      let (use, rule) = (matcher.ruleUses[index].use, matcher.ruleUses[index].rule)
      let hits = evaluator.hits(of: rule)
      if audit != nil, rule.isConditional {
        let all = evaluator.hits(of: rule.unconditional)
        for _ in Set(all).subtracting(hits) {
          audit!.dropped.append(
            MatchAudit.Dropped(
              place: MatchAudit.Place(theme: use.theme, term: use.term), reason: .condition))
        }
      }
      for hit in hits {
        candidates.append(
          Candidate(
            hit: hit, theme: Int32(use.theme), term: Int32(use.term),
            status: BoundaryStatus(of: hit.range, among: tokens[Int(hit.block)]),
            competes: rule.competes))
      }
    }
    for exclusion in matcher.exclusions {
      let stretches = HitIndex(exclusion.rules.flatMap { evaluator.hits(of: $0) })
      if stretches.isEmpty { continue }
      drop(.exclusion) { exclusion.themes[Int($0.theme)] && stretches.overrides($0.hit) }
    }
    leafHits = evaluator.release()
    for leaf in touched { leafHits[leaf].removeAll(keepingCapacity: true) }
    touched.removeAll(keepingCapacity: true)
    triggered.removeAll(keepingCapacity: true)
  }

  private mutating func removeUnwantedStatuses() {
    guard matcher.asksStatus else { return }
    let themes = matcher.codebook.themes
    drop(.status) { candidate in
      guard let wanted = themes[Int(candidate.theme)].terms[Int(candidate.term)].statuses
      else { return false }
      return !wanted.contains(candidate.status)
    }
  }

  /// Takes candidates away, and tells the audit.
  private mutating func drop(
    _ reason: MatchAudit.Reason, where isUnwanted: (Candidate) -> Bool
  ) {
    if audit != nil {
      for candidate in candidates where isUnwanted(candidate) { audit!.drop(candidate, reason) }
    }
    candidates.removeAll(where: isUnwanted)
  }

  private mutating func settleOverlaps() {
    func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
      (left.hit, left.theme, left.term) < (right.hit, right.theme, right.term)
    }
    // Plain phrases come in order.
    let isSorted = zip(candidates, candidates.dropFirst()).allSatisfy { !precedes($1, $0) }
    if !isSorted { candidates.sort(by: precedes) }
    let before = audit == nil ? [] : candidates
    if matcher.codebook.overlap != .all {
      arenas.keepLeftmostLongest(&candidates, arenaOfTheme: matcher.arenas)
    }
    audit?.settle(before, kept: candidates, arenas: matcher.arenas)
  }
}

/// A pattern that took more steps, or more memory, than any text is worth.
public struct PatternFault: Error, Hashable, Sendable {
  public var pattern: String
  /// Which block of the document.
  public var block: Int
  public var error: PatternError
}

/// A regular expression that is open on one thread.
private final class PatternMachine {
  let leaf: Int
  let pattern: String
  var expression: RegularExpression

  init(_ pattern: ThemeMatcher.PatternLeaf) throws(PatternError) {
    leaf = pattern.leaf
    self.pattern = pattern.pattern
    expression = try RegularExpression(pattern.pattern)
  }
}
