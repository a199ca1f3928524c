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
  /// Other terms or wordings that it is about; of many the first ones, and "and 5 more".
  public var others: [String]
  /// The number that the finding is about, where texts were searched: occurrences that are hidden,
  /// refused, excluded or missed.
  public var count: Int?
  /// Lower case, no full stop.
  public var message: String
}

extension LintFinding {
  /// "1 hit", "2 hits".
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// The names of what a finding is about: a term may lie in thousands of others.
struct LintNames {
  private let shown: [String]
  private let count: Int

  private static let most = 20
  private static let mostTold = 3

  init<Items: Collection>(_ items: Items, _ name: (Items.Element) -> String) {
    shown = items.prefix(Self.most).map(name)
    count = items.count
  }

  /// For `LintFinding.others`.
  var listed: [String] { count > shown.count ? shown + ["and \(count - shown.count) more"] : shown }

  /// The first ones, for a sentence: "甲, 乙, 丙 and 3 more".
  var told: String {
    let told = shown.prefix(Self.mostTold).joined(separator: ", ")
    return count > Self.mostTold ? "\(told) and \(count - Self.mostTold) more" : told
  }
}
