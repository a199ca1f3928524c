import LunhengCore
import Testing

@Suite("Multiple testing")
struct MultipleTestingTests {
  static let values = [0.01, 0.04, 0.03, 0.005, 0.5, 0.04]

  /// Expected are those of statsmodels 0.14, `multipletests`.
  @Test(
    "corrects as statsmodels does",
    arguments: [
      (MultipleTesting.holm, [0.05, 0.12, 0.12, 0.03, 0.5, 0.12]),
      (.benjaminiHochberg, [0.03, 0.048, 0.048, 0.03, 0.5, 0.048]),
      (.none, [0.01, 0.04, 0.03, 0.005, 0.5, 0.04]),
    ])
  func corrects(correction: MultipleTesting, expected: [Double]) {
    let adjusted = correction.adjusted(Self.values)
    for (value, expected) in zip(adjusted, expected) { #expect(abs(value - expected) < 1e-12) }
    #expect(adjusted.count == expected.count)
  }

  @Test("never gives less than the value or more than 1", arguments: MultipleTesting.allCases)
  func isBounded(correction: MultipleTesting) {
    var random = SeededGenerator(seed: 5)
    for size in [0, 1, 2, 50] {
      let values = (0..<size).map { _ in Double.random(in: 0...1, using: &random) }
      let adjusted = correction.adjusted(values)
      #expect(adjusted.count == size)
      #expect(zip(values, adjusted).allSatisfy { $0 <= $1 && $1 <= 1 })
      // The order of the values stays.
      let order = values.indices.sorted { values[$0] < values[$1] }
      #expect(zip(order, order.dropFirst()).allSatisfy { adjusted[$0] <= adjusted[$1] })
    }
  }
}
