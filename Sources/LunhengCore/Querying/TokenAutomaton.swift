/// A pattern of tokens as an automaton without empty moves: a state for each token that the pattern spells
/// out, repetitions written out (Glushkov, "The abstract theory of automata", Russian Mathematical Surveys
/// 16, 1961).
struct TokenAutomaton: Sendable {
  /// By state, the condition that its token has to meet.
  let conditions: [Int]
  /// States that a match may start with.
  let first: [Int32]
  /// The union of their conditions, a bit each.
  let firstMask: UInt64
  /// By state, whether a match may end with it.
  let isLast: [Bool]
  /// The states that may follow a state, from its place in `followStart` to the next.
  let follow: [Int32]
  let followStart: [Int32]

  /// States at most.
  static let maximumLength = 1_000

  /// Nil if the pattern spells out more states than there may be.
  ///
  /// - Parameter table: gives each condition its bit.
  init?(_ pattern: TokenPattern, _ table: inout ConditionTable) {
    var builder = Builder(table: table)
    guard let whole = builder.fragment(pattern) else { return nil }
    table = builder.table
    conditions = builder.conditions
    first = whole.first.sorted()
    firstMask = whole.first.reduce(0) { $0 | 1 &<< UInt64(builder.conditions[Int($1)]) }
    var isLast = [Bool](repeating: false, count: builder.conditions.count)
    for state in whole.last { isLast[Int(state)] = true }
    self.isLast = isLast
    var follow: [Int32] = []
    var starts: [Int32] = [0]
    for states in builder.follow {
      follow += Set(states).sorted()
      starts.append(Int32(follow.count))
    }
    self.follow = follow
    followStart = starts
  }

  private struct Fragment {
    var isNullable: Bool
    var first: [Int32]
    var last: [Int32]
  }

  private struct Builder {
    var table: ConditionTable
    var conditions: [Int] = []
    var follow: [[Int32]] = []

    mutating func fragment(_ pattern: TokenPattern) -> Fragment? {
      switch pattern {
      case .token(let condition):
        guard conditions.count < TokenAutomaton.maximumLength else { return nil }
        let state = Int32(conditions.count)
        conditions.append(table.number(of: condition))
        follow.append([])
        return Fragment(isNullable: false, first: [state], last: [state])
      case .sequence(let parts):
        var whole = Fragment(isNullable: true, first: [], last: [])
        for part in parts {
          guard let part = fragment(part) else { return nil }
          whole = joined(whole, part)
        }
        return whole
      case .alternatives(let parts):
        var whole = Fragment(isNullable: false, first: [], last: [])
        for part in parts {
          guard let part = fragment(part) else { return nil }
          whole.isNullable = whole.isNullable || part.isNullable
          whole.first += part.first
          whole.last += part.last
        }
        return whole
      case .repetition(let part, let minimum, let maximum):
        return repetition(part, minimum, maximum)
      }
    }

    private mutating func repetition(
      _ part: TokenPattern, _ minimum: Int, _ maximum: Int?
    ) -> Fragment? {
      var whole = Fragment(isNullable: true, first: [], last: [])
      // Of x{2,}, all but the last x that must be there.
      for _ in 0..<max(0, maximum == nil ? minimum - 1 : minimum) {
        guard let copy = fragment(part) else { return nil }
        whole = joined(whole, copy)
      }
      guard let maximum else {
        guard var copy = fragment(part) else { return nil }
        for state in copy.last { follow[Int(state)] += copy.first }
        copy.isNullable = copy.isNullable || minimum == 0
        return joined(whole, copy)
      }
      // x{0,3} as (x(x(x)?)?)?, so that each state is followed by the next and not by all.
      var rest: Fragment?
      for _ in 0..<max(0, maximum - minimum) {
        guard let copy = fragment(part) else { return nil }
        rest = rest.map { joined(copy, $0) } ?? copy
        rest?.isNullable = true
      }
      return rest.map { joined(whole, $0) } ?? whole
    }

    private mutating func joined(_ left: Fragment, _ right: Fragment) -> Fragment {
      for state in left.last { follow[Int(state)] += right.first }
      return Fragment(
        isNullable: left.isNullable && right.isNullable,
        first: left.isNullable ? left.first + right.first : left.first,
        last: right.isNullable ? left.last + right.last : right.last)
    }
  }
}
