import LunhengReport
import Testing

@Suite struct NumberFormatTests {
  private static let fixed: [(Double, Int, String)] = [
    (0, 0, "0"), (0, 2, "0.00"), (1, 2, "1.00"), (-1.5, 1, "-1.5"), (12.345, 1, "12.3"),
    (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (-0.06, 1, "-0.1"), (9.996, 2, "10.00"),
    (99.95, 1, "100.0"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"),
    (0.125, 2, "0.13"), (0.004999, 2, "0.00"), (1e-5, 3, "0.000"), (1e-5, 5, "0.00001"),
    (1.5e-5, 6, "0.000015"), (.leastNonzeroMagnitude, 2, "0.00"),
    (1e21, 0, "1000000000000000000000"),
    (1e16, 1, "10000000000000000.0"), (123_456.789, 2, "123456.79"),
    // The binary fractions nearest to these lie below the tie, which no reader can see.
    (2.675, 2, "2.68"), (1.005, 2, "1.01"), (0.285, 2, "0.29"), (1.45, 1, "1.5"),
  ]

  @Test(arguments: fixed)
  func decimalsAreFixedAndRoundedHalfAwayFromZero(value: Double, digits: Int, text: String) {
    #expect(NumberFormat.fixed(value, digits: digits) == text)
  }

  private static let percent: [(Double, Int, String)] = [
    (0, 1, "0.0%"), (1, 0, "100%"), (0.285, 0, "29%"), (57.0 / 200, 0, "29%"), (0.07, 1, "7.0%"),
    (1.0 / 3, 1, "33.3%"), (0.001, 1, "0.1%"), (0.0004, 1, "0.0%"), (0.105, 1, "10.5%"),
    (0.9996, 1, "100.0%"), (-0.05, 1, "-5.0%"), (0.5, 3, "50.000%"), (12, 0, "1200%"),
  ]

  @Test(arguments: percent)
  func percentagesMoveThePointWithoutArithmetic(value: Double, digits: Int, text: String) {
    #expect(NumberFormat.percent(value, digits: digits) == text)
  }

  @Test func whatIsNotFiniteIsNamed() {
    #expect(NumberFormat.fixed(.nan, digits: 2) == "nan")
    #expect(NumberFormat.percent(-.infinity, digits: 2) == "-inf")
  }

  @Test func shortestIsWhatReadsBackAsTheSameNumber() {
    for value in [
      0.1, 1.0 / 3, 1e-7, 123_456_789.125, -2.5, .leastNonzeroMagnitude, 1.7976931348623157e308,
    ] {
      #expect(NumberFormat.shortest(value).flatMap(Double.init) == value)
    }
    #expect(NumberFormat.shortest(0.1) == "0.1")
    #expect(NumberFormat.shortest(-0.0) == "0.0")
    #expect(NumberFormat.shortest(.nan) == nil)
    #expect(NumberFormat.shortest(.infinity) == nil)
  }

  @Test(arguments: [
    ("0", "0"), ("999", "999"), ("1000", "1,000"), ("1234567", "1,234,567"), ("-1234", "-1,234"),
    ("-123", "-123"), ("12345.6789", "12,345.6789"), ("nan", "nan"), ("1000.0%", "1,000.0%"),
  ])
  func onlyTheIntegerPartIsGrouped(number: String, grouped: String) {
    #expect(NumberFormat.grouped(number) == grouped)
  }
}
