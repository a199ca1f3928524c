import LunhengCore

/// A phrase of a rule, for the question whether another one takes its hits away.
struct SpelledPhrase: Hashable {
  let text: String
  let isExact: Bool
  /// The folded text.
  let units: [UInt16]

  init(_ text: String, isExact: Bool) {
    self.text = text
    self.isExact = isExact
    units = FoldedText(Array(text.utf16)).units
  }

  /// What the hits of a rule spell; none for those whose hits are no phrases.
  static func hits(of rule: CodingRule) -> [SpelledPhrase] {
    switch rule.kind {
    case .phrase(let text, let isExact): [SpelledPhrase(text, isExact: isExact)]
    case .any(let rules): rules.flatMap(hits)
    case .all(let rules, _): rules.first.map(hits) ?? []
    case .pattern, .near: []
    }
  }

  /// The phrases each of which, wherever it stands, makes a hit of the rule.
  static func unconditional(in rule: CodingRule) -> [SpelledPhrase] {
    guard rule.unless.isEmpty, rule.absence == nil else { return [] }
    return switch rule.kind {
    case .phrase(let text, let isExact): [SpelledPhrase(text, isExact: isExact)]
    case .any(let rules): rules.flatMap(unconditional)
    case .all, .near, .pattern: []
    }
  }

  /// The phrases that surely stand in the scope of a hit: what it spells, and those of its company
  /// that are no further away and have no alternatives.
  static func present(with kind: CodingRule.Kind, in scope: TextScope) -> [SpelledPhrase] {
    func company(_ rules: some Sequence<CodingRule>) -> [SpelledPhrase] {
      rules.map(hits).filter { $0.count == 1 }.flatMap { $0 }
    }
    switch kind {
    case .phrase, .pattern, .any: return hits(of: CodingRule(kind))
    case .all(let rules, let within):
      let isWide =
        TextScope.allCases.firstIndex(of: scope)! >= TextScope.allCases.firstIndex(of: within)!
      return hits(of: CodingRule(kind)) + (isWide ? company(rules.dropFirst()) : [])
    case .near(let rules, _, let isOrdered):
      // The hit may reach over the end of a sentence.
      return company(scope != .sentence ? rules[...] : isOrdered ? rules.prefix(1) : [])
    }
  }

  /// Whether `other` is found within every hit of this one. A Latin word is not found in a longer one.
  func contains(_ other: SpelledPhrase) -> Bool {
    if other.isExact { return isExact && text == other.text }
    guard !other.units.isEmpty, other.units.count <= units.count else { return false }
    return (0...units.count - other.units.count).contains { start in
      let end = start + other.units.count
      return units[start..<end].elementsEqual(other.units)
        && !joins(start - 1, start) && !joins(end - 1, end)
    }
  }

  private func joins(_ left: Int, _ right: Int) -> Bool {
    left >= 0 && right < units.count && CharacterClass(units[left]).isAlphanumeric
      && CharacterClass(units[right]).isAlphanumeric
  }
}

/// Phrases by what they spell.
struct PhraseIndex {
  private let phrases: [SpelledPhrase]
  private let folded: Set<[UInt16]>
  private let exact: Set<String>

  /// Comparing each with each is for lists that people write.
  private static let maximumOfComparisons = 1_000

  init(_ phrases: [SpelledPhrase]) {
    self.phrases = phrases
    folded = Set(phrases.map(\.units))
    exact = Set(phrases.lazy.filter(\.isExact).map(\.text))
  }

  /// Whether all hits of one of the phrases are stretches that `other` takes away.
  func hasHit(removedBy other: SpelledPhrase) -> Bool {
    other.isExact ? exact.contains(other.text) : folded.contains(other.units)
  }

  /// Whether `other` is found wherever one of the phrases is.
  func hasPhrase(containing other: SpelledPhrase) -> Bool {
    if hasHit(removedBy: other) { return true }
    return phrases.count <= Self.maximumOfComparisons && phrases.contains { $0.contains(other) }
  }
}
