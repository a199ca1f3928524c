/// A coding rule whose phrases and patterns are numbered.
struct CompiledRule: Sendable {
  indirect enum Kind: Sendable {
    /// The hits of a phrase or pattern.
    case leaf(Int)
    case any([CompiledRule])
    case all([CompiledRule], within: TextScope)
    case near([CompiledRule], within: Distance, isOrdered: Bool)
  }

  let kind: Kind
  let unless: [CompiledRule]
  let absent: [CompiledRule]
  let absenceScope: TextScope

  /// A rule that nothing but its kind holds back.
  init(_ kind: Kind) {
    self.kind = kind
    unless = []
    absent = []
    absenceScope = .sentence
  }

  init(_ rule: CodingRule, leaves: inout LeafTable) {
    func compiled(_ rules: [CodingRule]) -> [CompiledRule] {
      rules.map { CompiledRule($0, leaves: &leaves) }
    }
    kind =
      switch rule.kind {
      case .phrase(let text, let isExact): .leaf(leaves.number(of: .phrase(text, isExact: isExact)))
      case .pattern(let pattern): .leaf(leaves.number(of: .pattern(pattern)))
      case .any(let rules): .any(compiled(rules))
      case .all(let rules, let scope): .all(compiled(rules), within: scope)
      case .near(let rules, let distance, let isOrdered):
        .near(compiled(rules), within: distance, isOrdered: isOrdered)
      }
    unless = leaves.conditions(rule.unless)
    absent = leaves.conditions(rule.absence?.rules ?? [])
    absenceScope = rule.absence?.scope ?? .sentence
  }

  /// The leaf if the rule is nothing else.
  var plainLeaf: Int? {
    if case .leaf(let leaf) = kind, unless.isEmpty, absent.isEmpty { leaf } else { nil }
  }

  /// Leaves one of which has a hit wherever the rule has one.
  var triggers: [Int] {
    switch kind {
    case .leaf(let leaf): [leaf]
    case .any(let rules): rules.flatMap(\.triggers)
    case .all(let rules, _), .near(let rules, _, _): rules.first?.triggers ?? []
    }
  }

  /// All leaves, whatever they do in the rule.
  var leaves: [Int] {
    let members: [Int] =
      switch kind {
      case .leaf(let leaf): [leaf]
      case .any(let rules), .all(let rules, _), .near(let rules, _, _): rules.flatMap(\.leaves)
      }
    return members + (unless + absent).flatMap(\.leaves)
  }

  /// Whether its hits take part in overlaps: those of `near` span text that is no evidence, so that
  /// they neither hide other hits nor are hidden.
  var competes: Bool { if case .near = kind { false } else { true } }
}

/// The phrases and patterns of a codebook, each once.
struct LeafTable {
  enum Leaf: Hashable, Sendable {
    case phrase(String, isExact: Bool)
    case pattern(String)
  }

  private(set) var leaves: [Leaf] = []
  /// By kind and units: String calls a compatibility ideograph equal to the one that it stands for.
  private var numbers: [Key: Int] = [:]
  /// The conditions that were compiled last. A lexicon's entries share theirs, and arrays of one buffer
  /// are compared at once.
  private var lastConditions: (rules: [CodingRule], compiled: [CompiledRule]) = ([], [])

  private struct Key: Hashable {
    let isPattern: Bool
    let isExact: Bool
    let units: [UInt16]
  }

  mutating func number(of leaf: Leaf) -> Int {
    let key =
      switch leaf {
      case .phrase(let text, let isExact):
        Key(isPattern: false, isExact: isExact, units: Array(text.utf16))
      case .pattern(let pattern):
        Key(isPattern: true, isExact: false, units: Array(pattern.utf16))
      }
    if let number = numbers[key] { return number }
    numbers[key] = leaves.count
    leaves.append(leaf)
    return leaves.count - 1
  }

  mutating func conditions(_ rules: [CodingRule]) -> [CompiledRule] {
    if rules.isEmpty { return [] }
    if lastConditions.rules == rules { return lastConditions.compiled }
    let compiled = rules.map { CompiledRule($0, leaves: &self) }
    lastConditions = (rules, compiled)
    return compiled
  }
}
