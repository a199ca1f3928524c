/// What a document must have if a query is to match anywhere in it: asked of an index of the words before
/// any text is looked at. It may let documents through that have no match, and never keeps one back.
public indirect enum DocumentCondition: Hashable, Sendable {
  /// Any document will do.
  case any
  /// A word that meets the condition of this number.
  case word(meeting: Int)
  /// A match of the theme.
  case theme(String)
  case all([DocumentCondition])
  case oneOf([DocumentCondition])
}

extension CompiledQuery {
  /// What documents with a match have.
  public var documentCondition: DocumentCondition {
    .all(([query.pattern] + query.contained).map { condition(of: $0) }).simplified
  }

  private func condition(of pattern: TokenPattern) -> DocumentCondition {
    switch pattern {
    case .token(let token): condition(of: token)
    case .sequence(let parts): .all(parts.map { condition(of: $0) })
    case .alternatives(let parts): .oneOf(parts.map { condition(of: $0) })
    case .repetition(let part, let minimum, _): minimum == 0 ? .any : condition(of: part)
    }
  }

  private func condition(of token: TokenCondition) -> DocumentCondition {
    guard token.tests.contains(where: \.isOfTheme) else {
      if token == .any { return .any }
      return conditions.firstIndex(of: token).map { .word(meeting: $0) } ?? .any
    }
    return switch token {
    case .test(.theme(let name)): .theme(name)
    case .all(let parts): .all(parts.map { condition(of: $0) })
    case .oneOf(let parts): .oneOf(parts.map { condition(of: $0) })
    // Which tokens a theme does not touch, the words do not tell.
    case .any, .test, .not: .any
    }
  }
}

extension DocumentCondition {
  fileprivate var simplified: DocumentCondition {
    switch self {
    case .any, .word, .theme: return self
    case .all(let parts):
      let parts = parts.map(\.simplified).filter { $0 != .any }
      return parts.isEmpty ? .any : parts.count == 1 ? parts[0] : .all(parts)
    case .oneOf(let parts):
      let parts = parts.map(\.simplified)
      return parts.contains(.any) ? .any : parts.count == 1 ? parts[0] : .oneOf(parts)
    }
  }
}

extension TokenTest {
  /// Whether the test is of a token's place in the text, and not of the word.
  public var isOfTheme: Bool {
    if case .theme = self { true } else { false }
  }
}
