/// A codebook compiled for matching. Immutable, shared by all threads; each thread matches with a worker
/// of its own (`makeWorker`).
public struct ThemeMatcher: Sendable {
  public let codebook: Codebook
  let phrases: PhraseMatcher
  /// What the phrases are, by their number in `phrases`.
  let phraseLeaves: [PhraseLeaf]
  /// The script that the codebook is written in.
  let script: FoldTable.Script
  let patterns: [PatternLeaf]
  let leafCount: Int
  /// By leaf, the terms that are that leaf and nothing else.
  let plainUses: [[Use]]
  let ruleUses: [RuleUse]
  /// By leaf, the `ruleUses` that it may set off.
  let triggered: [[Int]]
  /// By leaf, whether rules or exclusions ask for its hits.
  let isCollected: [Bool]
  let exclusions: [Exclusion]
  /// By theme, what its hits compete within: its root, or one for all.
  let arenas: [Int]

  /// A phrase as a leaf of rules.
  struct PhraseLeaf: Sendable {
    let leaf: Int
    /// The units as written, where hits must be too.
    let exact: [UInt16]?
  }

  struct PatternLeaf: Sendable {
    let leaf: Int
    let pattern: String
  }

  /// A term by theme and ordinal.
  struct Use: Hashable, Sendable {
    let theme: Int
    let term: Int
  }

  struct RuleUse: Sendable {
    let use: Use
    let rule: CompiledRule
  }

  /// Stretches in which the terms of some themes do not count.
  struct Exclusion: Sendable {
    let rules: [CompiledRule]
    /// By theme, whether it is one of them.
    let themes: [Bool]
  }

  /// Complexity: O(length of all terms × log of their number).
  public init(_ codebook: Codebook) {
    self.codebook = codebook
    var table = LeafTable()
    var plain: [(leaf: Int, use: Use)] = []
    var rules: [RuleUse] = []
    for (theme, content) in codebook.themes.enumerated() {
      for (term, content) in content.terms.enumerated() {
        let use = Use(theme: theme, term: term)
        let rule = CompiledRule(content.rule, leaves: &table)
        if let leaf = rule.plainLeaf {
          plain.append((leaf, use))
        } else {
          rules.append(RuleUse(use: use, rule: rule))
        }
      }
    }
    var exclusions: [Exclusion] = []
    func exclude(_ rules: [CodingRule], from themes: [Bool]) {
      guard !rules.isEmpty else { return }
      exclusions.append(
        Exclusion(rules: rules.map { CompiledRule($0, leaves: &table) }, themes: themes))
    }
    exclude(codebook.exclusions, from: codebook.themes.map { _ in true })
    let lineages = codebook.themes.indices.map { codebook.lineage(of: $0) }
    for (theme, content) in codebook.themes.enumerated() {
      exclude(content.exclusions, from: lineages.map { $0.contains(theme) })
    }
    self.exclusions = exclusions
    arenas = lineages.map { codebook.overlap == .codebook ? 0 : $0.last! }

    leafCount = table.leaves.count
    var texts: [String] = []
    var phraseLeaves: [PhraseLeaf] = []
    var patterns: [PatternLeaf] = []
    for (number, leaf) in table.leaves.enumerated() {
      switch leaf {
      case .phrase(let text, let isExact):
        texts.append(text)
        phraseLeaves.append(PhraseLeaf(leaf: number, exact: isExact ? Array(text.utf16) : nil))
      case .pattern(let pattern):
        patterns.append(PatternLeaf(leaf: number, pattern: pattern))
      }
    }
    self.phraseLeaves = phraseLeaves
    self.patterns = patterns
    phrases = PhraseMatcher(texts)
    script = FoldTable.script(of: texts.flatMap { Array($0.utf16) })

    var plainUses = [[Use]](repeating: [], count: leafCount)
    for (leaf, use) in plain { plainUses[leaf].append(use) }
    self.plainUses = plainUses
    ruleUses = rules
    var triggered = [[Int]](repeating: [], count: leafCount)
    var isCollected = [Bool](repeating: false, count: leafCount)
    for (index, use) in rules.enumerated() {
      for leaf in Set(use.rule.triggers).sorted() { triggered[leaf].append(index) }
      for leaf in use.rule.leaves { isCollected[leaf] = true }
    }
    for leaf in exclusions.flatMap(\.rules).flatMap(\.leaves) { isCollected[leaf] = true }
    self.triggered = triggered
    self.isCollected = isCollected
  }

  /// - Throws: `ICUError` if ICU's break data is missing, `PatternError` if a pattern is no regular
  ///   expression; a codebook that was read from a file has none.
  public func makeWorker() throws -> ThemeMatcherWorker { try ThemeMatcherWorker(self) }

  /// Whether the matches depend on how the text divides into words; if not, their status alone does.
  public var dependsOnWords: Bool {
    phrases.isAmbiguous.contains(true)
      || codebook.themes.contains { $0.terms.contains { $0.statuses != nil } }
  }

  /// Whether a phrase that both codebooks have is read alike in both: that depends on the script that
  /// the phrases of a codebook are written in.
  public func reads(like other: ThemeMatcher) -> Bool { script == other.script }

  /// Where the codebook's phrases stand in a text as words: leftmost-longest, none overlapping, whatever
  /// the rules and the overlap policy.
  public func words(in text: UnsafeBufferPointer<UInt16>) -> [Range<Int>] {
    phrases.words(in: text)
  }

  public func words(in text: [UInt16]) -> [Range<Int>] {
    text.withUnsafeBufferPointer { phrases.words(in: $0) }
  }
}
