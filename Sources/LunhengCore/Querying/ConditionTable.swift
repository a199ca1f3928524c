/// The different conditions of a query and the different tests in them, numbered in the order in which they
/// come.
struct ConditionTable {
  private(set) var tests: [TokenTest] = []
  private(set) var conditions: [TokenCondition] = []
  private var numbers: [TokenCondition: Int] = [:]

  /// Conditions, and tests, at most: as many as bits.
  static let limit = 64

  var isTooLarge: Bool { conditions.count > Self.limit || tests.count > Self.limit }

  mutating func number(of condition: TokenCondition) -> Int {
    if let known = numbers[condition] { return known }
    for test in condition.tests where !tests.contains(test) { tests.append(test) }
    numbers[condition] = conditions.count
    conditions.append(condition)
    return conditions.count - 1
  }
}
