/// A token query made ready: its tests, the conditions built of them, and its automata. Immutable, shared
/// by all threads; each thread matches with a worker of its own (`makeWorker`).
public struct CompiledQuery: Sendable {
  public let query: TokenQuery
  /// The different tests of all conditions.
  public let tests: [TokenTest]
  /// The different conditions; a token meets some of them, and has a bit for each.
  let conditions: [TokenCondition]
  let automaton: TokenAutomaton
  let contained: [TokenAutomaton]

  /// - Parameter text: what `query` was read from, for errors.
  /// - Throws: `QuerySyntaxError`.
  public init(_ query: TokenQuery, text: String) throws(QuerySyntaxError) {
    var table = ConditionTable()
    var automata: [TokenAutomaton] = []
    for pattern in [query.pattern] + query.contained {
      var fault: QuerySyntaxError.Fault?
      let automaton = TokenAutomaton(pattern, &table)
      if automaton == nil { fault = .tooLong(limit: TokenAutomaton.maximumLength) }
      if automaton?.first.isEmpty == true { fault = .matchesNothing }
      if table.isTooLarge { fault = .tooManyConditions(limit: ConditionTable.limit) }
      if let fault { throw QuerySyntaxError(query: text, offset: 0, fault: fault) }
      automata.append(automaton!)
    }
    self.query = query
    tests = table.tests
    conditions = table.conditions
    automaton = automata[0]
    contained = Array(automata.dropFirst())
  }

  /// The conditions that a token meets, a bit each, given the tests that it passes, a bit each.
  public func conditions(passing tests: UInt64) -> UInt64 {
    var mask: UInt64 = 0
    for (index, condition) in conditions.enumerated()
    where condition.isMet(passing: tests, of: self.tests) {
      mask |= 1 << UInt64(index)
    }
    return mask
  }

  public func makeWorker() -> QueryWorker { QueryWorker(self) }
}

extension TokenCondition {
  /// All tests that the condition has.
  var tests: [TokenTest] {
    switch self {
    case .any: []
    case .test(let test): [test]
    case .not(let condition): condition.tests
    case .all(let parts), .oneOf(let parts): parts.flatMap(\.tests)
    }
  }

  /// Whether a token meets the condition that passes those of `tests` whose bits are set.
  func isMet(passing passed: UInt64, of tests: [TokenTest]) -> Bool {
    switch self {
    case .any: true
    case .test(let test): passed >> UInt64(tests.firstIndex(of: test)!) & 1 != 0
    case .not(let condition): !condition.isMet(passing: passed, of: tests)
    case .all(let parts): parts.allSatisfy { $0.isMet(passing: passed, of: tests) }
    case .oneOf(let parts): parts.contains { $0.isMet(passing: passed, of: tests) }
    }
  }
}
