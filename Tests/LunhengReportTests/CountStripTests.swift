import LunhengReport
import Testing

@Suite("Strips of counts")
struct CountStripTests {
  @Test(
    "are as high as the greatest lets them be",
    arguments: [
      ([0, 1, 4, 8], "·▁▄█"), ([1, 100], "▁█"), ([0, 0], "··"), ([], ""), ([3], "█"),
      ([50, 100], "▄█"),
    ])
  func areScaled(counts: [Int], strip: String) {
    #expect(CountStrip.text(counts) == strip)
  }
}
