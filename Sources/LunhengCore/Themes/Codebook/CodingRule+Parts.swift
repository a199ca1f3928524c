extension CodingRule {
  /// All rules that this one is made of, itself first: members, and what must not be there.
  public var parts: [CodingRule] {
    let members: [CodingRule] =
      switch kind {
      case .phrase, .pattern: []
      case .any(let rules), .all(let rules, _), .near(let rules, _, _): rules
      }
    return [self] + (members + unless + (absence?.rules ?? [])).flatMap(\.parts)
  }

  /// All phrases in it, whatever they do there.
  public var phrases: [String] {
    parts.compactMap { if case .phrase(let text, _) = $0.kind { text } else { nil } }
  }

  public var hasPattern: Bool {
    parts.contains { if case .pattern = $0.kind { true } else { false } }
  }

  /// The phrases each of which is a hit: one, or several of `any`; none of rules that put hits together.
  public var wordings: [(text: String, isExact: Bool)] {
    switch kind {
    case .phrase(let text, let isExact): [(text, isExact)]
    case .any(let rules): rules.flatMap(\.wordings)
    case .pattern, .all, .near: []
    }
  }
}

extension Codebook {
  /// Whether some rule looks for company in the whole document, so that what counts in one block may
  /// depend on another.
  public var looksAcrossBlocks: Bool {
    let rules = exclusions + themes.flatMap { $0.terms.map(\.rule) + $0.exclusions }
    return rules.flatMap(\.parts).contains { rule in
      if rule.absence?.scope == .document { return true }
      return if case .all(_, within: .document) = rule.kind { true } else { false }
    }
  }
}
