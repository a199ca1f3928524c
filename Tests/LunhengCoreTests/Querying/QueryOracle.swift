@testable import LunhengCore

/// Matches a token pattern by trying everything, as the definition reads.
struct QueryOracle {
  /// By token, the tests that it passes.
  let tokens: [Set<TokenTest>]

  /// The leftmost of the longest matches in `range`, none overlapping.
  func matches(_ query: TokenQuery, in range: Range<Int>) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let longest = ends(of: query.pattern, from: start, in: range).max() ?? start
      guard longest > start else {
        start += 1
        continue
      }
      let match = start..<longest
      let hasAll = query.contained.allSatisfy { pattern in
        match.contains { place in ends(of: pattern, from: place, in: match).contains { $0 > place }
        }
      }
      if hasAll { matches.append(match) }
      start = longest
    }
    return matches
  }

  /// Where a match that starts at `start` may end.
  private func ends(of pattern: TokenPattern, from start: Int, in range: Range<Int>) -> Set<Int> {
    switch pattern {
    case .token(let condition):
      return start < range.upperBound && meets(condition, tokens[start]) ? [start + 1] : []
    case .sequence(let parts):
      return parts.reduce([start]) { starts, part in
        Set(starts.flatMap { ends(of: part, from: $0, in: range) })
      }
    case .alternatives(let parts):
      return Set(parts.flatMap { ends(of: $0, from: start, in: range) })
    case .repetition(let part, let minimum, let maximum):
      var reached: Set<Int> = minimum == 0 ? [start] : []
      var current: Set<Int> = [start]
      // More rounds than tokens bring nothing new, but for the number that there must be.
      for round in 1...max(1, min(maximum ?? .max, tokens.count + minimum + 1)) {
        if maximum == 0 { break }
        current = Set(current.flatMap { ends(of: part, from: $0, in: range) })
        if round >= minimum { reached.formUnion(current) }
      }
      return reached
    }
  }

  private func meets(_ condition: TokenCondition, _ token: Set<TokenTest>) -> Bool {
    switch condition {
    case .any: true
    case .test(let test): token.contains(test)
    case .not(let inner): !meets(inner, token)
    case .all(let parts): parts.allSatisfy { meets($0, token) }
    case .oneOf(let parts): parts.contains { meets($0, token) }
    }
  }
}

extension SeededGenerator {
  /// A pattern over the words a, b and c.
  mutating func pattern(depth: Int) -> TokenPattern {
    switch depth == 0 ? 0 : Int.random(in: 0..<8, using: &self) {
    case 0...2: return .token(condition(depth: 2))
    case 3, 4:
      return .sequence(
        (0..<Int.random(in: 1...3, using: &self)).map { _ in pattern(depth: depth - 1) })
    case 5: return .alternatives((0..<2).map { _ in pattern(depth: depth - 1) })
    default:
      let minimum = Int.random(in: 0...2, using: &self)
      let maximum = Bool.random(using: &self) ? nil : minimum + Int.random(in: 0...2, using: &self)
      return .repetition(pattern(depth: depth - 1), minimum: minimum, maximum: maximum)
    }
  }

  private mutating func condition(depth: Int) -> TokenCondition {
    switch depth == 0 ? 0 : Int.random(in: 0..<9, using: &self) {
    case 5: return .any
    case 6: return .not(condition(depth: depth - 1))
    case 7: return .all((0..<2).map { _ in condition(depth: depth - 1) })
    case 8: return .oneOf((0..<2).map { _ in condition(depth: depth - 1) })
    default: return .test(.word(["a", "b", "c"].randomElement(using: &self)!))
    }
  }
}
