import LunhengCore
import Testing

@Suite("Significance")
struct SignificanceTests {
  /// The critical values that every table has.
  @Test(
    "of χ² is what tables say",
    arguments: [
      (3.841_458_820_694_124, 0.05), (6.634_896_601_021_214, 0.01), (10.827_566_170_662_733, 0.001),
      (0, 1), (-1, 1),
    ])
  func chiSquare(value: Double, tail: Double) {
    #expect(abs(Significance.chiSquare(value) / tail - 1) < 1e-12)
  }

  /// erfc(√500) by mpmath 1.3 with 40 digits.
  @Test("of χ² holds far out")
  func chiSquareFarOut() {
    #expect(abs(Significance.chiSquare(1000) / 1.7958327848007262e-219 - 1) < 1e-12)
  }

  /// 1 degree is the Cauchy distribution, 1 − 2 · atan(t) / π; 2 degrees have 1 − t / √(2 + t²).
  @Test("of t is what can be computed otherwise", arguments: [0.1, 0.5, 1, 2, 12.706, 1000])
  func studentInClosedForm(value: Double) throws {
    let cauchy = 2 * atanReciprocal(value) / Double.pi
    #expect(abs(try #require(Significance.student(value, degrees: 1)) / cauchy - 1) < 1e-11)
    // 1 − t / √(2 + t²) without the loss of the difference.
    let root = (2 + value * value).squareRoot()
    let two = 2 / (root * (root + value))
    #expect(abs(try #require(Significance.student(value, degrees: 2)) / two - 1) < 1e-11)
    #expect(Significance.student(-value, degrees: 2) == Significance.student(value, degrees: 2))
  }

  /// atan(1 / t) by its integral, summed finely (Simpson): independent of what the function does.
  private func atanReciprocal(_ value: Double) -> Double {
    let end = 1 / value
    let steps = 20_000
    let width = end / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let x = Double(step) * width
      let weight: Double = step == 0 || step == steps ? 1 : step.isMultiple(of: 2) ? 2 : 4
      sum += weight / (1 + x * x)
    }
    return sum * width / 3
  }

  /// I(ν / (ν + t²); ν / 2, ½) by mpmath 1.3 with 40 digits.
  @Test("of t is that of an independent computation", arguments: Self.computed)
  func student(value: Double, degrees: Double, tail: Double) throws {
    let found = try #require(Significance.student(value, degrees: degrees))
    #expect(abs(found / tail - 1) < 1e-10, "\(found) for \(tail)")
  }

  static let computed: [(Double, Double, Double)] = [
    (2.0, 3.7, 0.12181720190523401),
    (0.05, 12.3, 0.96092518143670615),
    (4.3, 51.25, 7.6670448579471313e-5),
    (8.0, 811.3, 4.2873342375206589e-15),
    (1.96, 1_000_000, 0.049996067585269791),
    (15.0, 5000.5, 8.7628641201500965e-50),
    (60.0, 40.0, 8.3109904237214533e-41),
  ]

  @Test("is 1 for nothing, 0 for infinity and nil without degrees")
  func isBounded() {
    #expect(Significance.student(0, degrees: 5) == 1)
    #expect(Significance.student(.infinity, degrees: 5) == 0)
    #expect(Significance.student(1, degrees: 0) == nil)
    #expect(Significance.student(.nan, degrees: 3) == nil)
    #expect(Significance.chiSquare(.infinity) == 0)
  }
}
