import LunhengReport
import Testing

@Suite struct BarTests {
  private static let bars: [(Double, String)] = [
    (8, "████████"), (4, "████"), (0.5, "▌"), (2.125, "██▏"), (3.875, "███▉"), (0, ""), (-1, ""),
  ]

  @Test(arguments: bars)
  func lengthIsProportionalToAnEighthOfAColumn(value: Double, bar: String) {
    #expect(Bar.text(value, max: 8, width: 8) == bar)
  }

  @Test func somethingIsNeverDrawnAsNothingNorAsAll() {
    #expect(Bar.text(0.001, max: 1_000, width: 10) == "▏")
    #expect(Bar.text(999.9, max: 1_000, width: 2) == "█▉")
  }

  @Test func valuesBeyondTheGreatestFillTheWidth() {
    #expect(Bar.text(12, max: 8, width: 3) == "███")
    #expect(Bar.text(.infinity, max: 8, width: 3) == "███")
  }

  @Test func thereIsNoBarWithoutAScale() {
    #expect(Bar.text(1, max: 0, width: 5) == "")
    #expect(Bar.text(.nan, max: 1, width: 5) == "")
    #expect(Bar.text(1, max: .nan, width: 5) == "")
    #expect(Bar.text(1, max: 2, width: 0) == "")
  }
}
