/// What in a text counts as evidence: a phrase, a pattern, or several of them in a relation.
///
/// A rule finds hits, stretches of text. Phrases and patterns find what they spell; the other kinds
/// put the hits of their members together.
public struct CodingRule: Hashable, Sendable, Codable {
  public indirect enum Kind: Hashable, Sendable, Codable {
    /// The phrase, folded as `FoldTable` does; as written (case, width, variants) where it is exact.
    /// Spaces never matter.
    case phrase(String, isExact: Bool)
    /// An ICU regular expression over the reflowed text as printed.
    case pattern(String)
    /// Several wordings of one thing: the hits of all, of overlapping ones the leftmost-longest.
    case any([CodingRule])
    /// The hits of the first member in whose scope all the others have hits too.
    case all([CodingRule], within: TextScope)
    /// The stretches from one member to the other: shortest, leftmost, none overlapping.
    case near([CodingRule], within: Distance, isOrdered: Bool)
  }

  /// What must not be there for a hit to count.
  public struct Absence: Hashable, Sendable, Codable {
    public var rules: [CodingRule]
    public var scope: TextScope

    public init(_ rules: [CodingRule], within scope: TextScope = .sentence) {
      self.rules = rules
      self.scope = scope
    }
  }

  public var kind: Kind
  /// A hit that overlaps a hit of one of these does not count: 幾內亞 unless 幾內亞比紹.
  public var unless: [CodingRule]
  /// A hit in whose scope one of these occurs does not count.
  public var absence: Absence?

  public init(_ kind: Kind, unless: [CodingRule] = [], absence: Absence? = nil) {
    self.kind = kind
    self.unless = unless
    self.absence = absence
  }

  /// Leaves conditions to `==`, which knows shared arrays at once: the entries of a lexicon have theirs in
  /// common, and they may be thousands.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(unless.count)
    hasher.combine(absence?.rules.count)
  }

  /// A phrase that is folded.
  public static func phrase(_ text: String) -> CodingRule {
    CodingRule(.phrase(text, isExact: false))
  }
}

/// A unit of text in which rules look for company.
public enum TextScope: String, CaseIterable, Hashable, Sendable, Codable {
  case sentence
  /// A block: paragraph, title or heading.
  case paragraph
  case document
}

/// How far the members of a `near` rule may be apart.
public enum Distance: Hashable, Sendable, Codable {
  /// Characters between two neighbouring members at most; spaces do not count.
  case characters(Int)
  /// All members lie in so many successive sentences of a paragraph.
  case sentences(Int)
}

extension CodingRule: CustomStringConvertible {
  /// The rule in a line, for output where a term has no label: "削減 ~10 開支".
  public var description: String {
    switch kind {
    case .phrase(let text, _): text
    case .pattern(let pattern): "/\(pattern)/"
    case .any(let rules): Self.joined(rules, " | ")
    case .all(let rules, _): Self.joined(rules, " & ")
    case .near(let rules, .characters(let count), let isOrdered):
      Self.joined(rules, isOrdered ? " ~\(count)> " : " ~\(count) ")
    case .near(let rules, .sentences(let count), let isOrdered):
      Self.joined(rules, isOrdered ? " ~\(count)s> " : " ~\(count)s ")
    }
  }

  private static func joined(_ rules: [CodingRule], _ separator: String) -> String {
    rules.map { rule in
      switch rule.kind {
      case .phrase, .pattern: rule.description
      default: "(\(rule.description))"
      }
    }.joined(separator: separator)
  }
}
