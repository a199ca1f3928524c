/// An item of a theme's list: a rule whose hits are evidence of the theme. Most are one phrase.
public struct Term: Hashable, Sendable, Codable {
  public var rule: CodingRule
  /// How much one hit adds to the theme's score, relative to other terms. Above 0.
  public var weight: Double
  /// What output calls the term; nil for the rule itself.
  public var label: String?
  /// How hits must lie among words; nil for any.
  public var statuses: [BoundaryStatus]?

  public init(
    _ rule: CodingRule, weight: Double = 1, label: String? = nil, statuses: [BoundaryStatus]? = nil
  ) {
    self.rule = rule
    self.weight = weight
    self.label = label
    self.statuses = statuses
  }

  /// A phrase that is folded.
  public init(_ text: String, weight: Double = 1) { self.init(.phrase(text), weight: weight) }

  /// What names the term in output.
  public var text: String { label ?? rule.description }
}
