/// A codebook compiled for matching. Immutable, shared by all threads; each thread matches with a worker
/// of its own (`makeWorker`).
///
/// A class, because its many tables would be retained one by one with each copy.
public final class ThemeMatcher: Sendable {
  public let codebook: Codebook
  let phrases: PhraseMatcher
  /// By phrase of `phrases`, the leaf that it is.
  let leafOfPhrase: [Int]
  /// By phrase, its units as written, where hits must be written so too.
  let exactPhrases: [[UInt16]?]
  /// The script that the codebook is written in.
  let script: FoldTable.Script
  let patterns: [PatternLeaf]
  let leafCount: Int
  /// The terms that are one leaf and nothing else, by leaf; those of a leaf stand from its place in
  /// `firstPlainUse` to the next.
  let plainUses: [Use]
  let firstPlainUse: [Int]
  let ruleUses: [RuleUse]
  /// By leaf, the `ruleUses` that it may set off.
  let triggered: [[Int]]
  /// By leaf, whether rules or exclusions ask for its hits.
  let isCollected: [Bool]
  let exclusions: [Exclusion]
  /// By theme, what its hits compete within: its root, or one for all.
  let arenas: [Int]
  /// Whether a term asks how its hits lie among words.
  let asksStatus: Bool

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
    var leafOfPhrase: [Int] = []
    var exactPhrases: [[UInt16]?] = []
    var patterns: [PatternLeaf] = []
    for (number, leaf) in table.leaves.enumerated() {
      switch leaf {
      case .phrase(let text, let isExact):
        texts.append(text)
        leafOfPhrase.append(number)
        exactPhrases.append(isExact ? Array(text.utf16) : nil)
      case .pattern(let pattern):
        patterns.append(PatternLeaf(leaf: number, pattern: pattern))
      }
    }
    self.leafOfPhrase = leafOfPhrase
    self.exactPhrases = exactPhrases
    self.patterns = patterns
    phrases = PhraseMatcher(texts)
    script = FoldTable.script(of: texts.flatMap { Array($0.utf16) })

    var firstPlainUse = [Int](repeating: 0, count: leafCount + 1)
    for (leaf, _) in plain { firstPlainUse[leaf + 1] += 1 }
    for leaf in 0..<leafCount { firstPlainUse[leaf + 1] += firstPlainUse[leaf] }
    self.firstPlainUse = firstPlainUse
    plainUses = plain.enumerated().sorted {
      ($0.element.leaf, $0.offset) < ($1.element.leaf, $1.offset)
    }.map(\.element.use)
    asksStatus = codebook.themes.contains { $0.terms.contains { $0.statuses != nil } }
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
    asksStatus || phrases.isAmbiguous.contains(true)
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
