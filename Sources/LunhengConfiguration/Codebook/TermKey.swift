import LunhengCore

/// What a term finds, equal for terms that find the same: those that differ in letter case, width or
/// character variants only, as matching folds them.
enum TermKey: Hashable {
  /// A phrase and nothing else, by far the most common: its folded units.
  case phrase([UInt16])
  /// Any other rule, its phrases folded.
  case rule(CodingRule, statuses: [BoundaryStatus]?)

  init(_ term: Term) {
    if case .phrase(let text, isExact: false) = term.rule.kind, term.rule.unless.isEmpty,
      term.rule.absence == nil, term.statuses == nil
    {
      self = .phrase(FoldTable.standard.identity(of: Array(text.utf16)))
    } else {
      self = .rule(term.rule.folded, statuses: term.statuses?.sorted { $0.rawValue < $1.rawValue })
    }
  }
}

extension CodingRule {
  /// The rule with its phrases folded, but for those that are exact; conditions stay as they are, which
  /// the entries of a lexicon share.
  var folded: CodingRule {
    let kind: Kind =
      switch kind {
      case .phrase(let text, isExact: false):
        .phrase(
          String(units: FoldTable.standard.identity(of: Array(text.utf16))), isExact: false)
      case .phrase, .pattern: kind
      case .any(let rules): .any(rules.map(\.folded))
      case .all(let rules, let scope): .all(rules.map(\.folded), within: scope)
      case .near(let rules, let distance, let isOrdered):
        .near(rules.map(\.folded), within: distance, isOrdered: isOrdered)
      }
    return CodingRule(kind, unless: unless, absence: absence)
  }
}
