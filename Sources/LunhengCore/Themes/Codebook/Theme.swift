/// A policy theme: what it means, and the terms that show it.
public struct Theme: Hashable, Sendable, Codable {
  /// Names the theme in all output; unique in the codebook.
  public var id: String
  public var name: LocalizedName
  public var definition: String?
  /// For the people who code texts by hand.
  public var notes: String?
  /// Index of the theme that this one is a part of; its counts and scores include this one's.
  public var parent: Int?
  public var terms: [Term]
  /// Stretches of text in which no term of the theme or its subthemes counts.
  public var exclusions: [CodingRule]
  public var examples: [ThemeExample]

  public init(
    id: String, name: LocalizedName, definition: String? = nil, notes: String? = nil,
    parent: Int? = nil, terms: [Term], exclusions: [CodingRule] = [], examples: [ThemeExample] = []
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.notes = notes
    self.parent = parent
    self.terms = terms
    self.exclusions = exclusions
    self.examples = examples
  }
}

/// A text that a codebook is to code in a known way.
public struct ThemeExample: Hashable, Sendable, Codable {
  public enum Expectation: String, Hashable, Sendable, Codable {
    /// The theme has a hit in the text.
    case positive
    /// The text is about it: it ranks first among its siblings, as do those that it is a part of, and the
    /// evidence is strong enough.
    case leading
    /// It has none.
    case negative
  }

  public var text: String
  public var expectation: Expectation

  public init(_ text: String, _ expectation: Expectation) {
    self.text = text
    self.expectation = expectation
  }
}
