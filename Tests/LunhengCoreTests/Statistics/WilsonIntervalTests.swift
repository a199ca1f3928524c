import LunhengCore
import Testing

@Suite("The Wilson interval")
struct WilsonIntervalTests {
  @Test(
    "is what is computed by hand",
    arguments: [
      // (0.8 + 3.8415 / 20 ± 1.96 · √(0.016 + 3.8415 / 400)) / 1.38415
      (8, 10, 0.490162, 0.943318), (5, 10, 0.236593, 0.763407), (0, 10, 0, 0.277533),
      (10, 10, 0.722467, 1), (90, 900, 0.082068, 0.121332),
    ])
  func isComputed(count: Int, total: Int, lower: Double, upper: Double) {
    let interval = WilsonInterval(count, of: total)
    #expect(abs(interval.lower - lower) < 2e-6, "\(interval)")
    #expect(abs(interval.upper - upper) < 2e-6, "\(interval)")
  }

  @Test("of nothing is everything")
  func ofNothing() {
    let interval = WilsonInterval(0, of: 0)
    #expect(interval.lower == 0)
    #expect(interval.upper == 1)
  }
}
