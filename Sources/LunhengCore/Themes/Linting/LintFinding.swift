/// What a codebook may be better without.
public struct LintFinding: Hashable, Sendable {
  /// Stable names, in the order in which the findings of a term are given.
  public enum Code: String, CaseIterable, Sendable {
    case noExamples = "no-examples"
    case duplicateTerm = "duplicate-term"
    case sharedTerm = "shared-term"
    case shortTerm = "short-term"
    case nestedTerm = "nested-term"
    case missingVariant = "missing-variant"
    case ambiguousFold = "ambiguous-fold"
    case deadTerm = "dead-term"
    case shadowedTerm = "shadowed-term"
    case excludedTerm = "excluded-term"
    case oneDocumentTerm = "one-document-term"
    case riskyTerm = "risky-term"
  }

  public enum Severity: String, Sendable {
    /// Counts are likely to be wrong, or a term does nothing.
    case warning
    /// Worth knowing.
    case note
  }

  public var code: Code
  public var severity: Severity
  /// Index of the theme, and of the term in it.
  public var theme: Int
  public var term: Int?
  /// Other terms or wordings that it is about.
  public var others: [String]
  /// The number that the finding is about, where texts were searched: occurrences that are hidden,
  /// refused, excluded or missed.
  public var count: Int?
  /// Lower case, no full stop.
  public var message: String
}

extension LintFinding {
  /// The first of `names` for a sentence: "甲, 乙 and 3 more".
  static func list(_ names: [String], limit: Int = 3) -> String {
    let shown = names.prefix(limit).joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
  }

  /// "1 hit", "2 hits".
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
