import LunhengReport
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("香港", 4), ("ｱ", 1), ("ア", 2), ("ㄅ", 2),
    ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("，", 2), ("（", 2), ("Ａ", 2), ("　", 2),
    ("𨋢", 2), ("葛\u{E0100}", 2), ("⻝", 2), ("か\u{3099}", 2), ("㍿", 2),
    // Ambiguous characters are narrow.
    ("…", 1), ("·", 1), ("─", 1), ("—", 1), ("“", 1), ("①", 1), ("α", 1),
    ("\u{200B}", 0), ("\u{FEFF}", 0), ("\u{7}", 0),
  ])
  func eastAsianWidthIsWhatATerminalShows(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: ["😀", "👩‍🔬", "👍🏽", "🇭🇰", "1️⃣", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "⌚"])
  func anEmojiTakesTwoColumnsHoweverManyScalarsDrawIt(emoji: String) {
    #expect(DisplayWidth.of(emoji) == 2)
  }

  @Test func textThatFitsIsNotTruncated() {
    #expect(DisplayWidth.truncated("香港", to: 4) == "香港")
    #expect(DisplayWidth.truncatedAtStart("香港", to: 4) == "香港")
  }

  @Test func truncationNeverCutsAWideCharacterInTwo() {
    #expect(DisplayWidth.truncated("香港發展", to: 5) == "香港…")
    #expect(DisplayWidth.truncated("香港發展", to: 4) == "香…")
    #expect(DisplayWidth.truncatedAtStart("香港發展", to: 4) == "…展")
    #expect(DisplayWidth.truncated("香港", to: 1) == "…")
    #expect(DisplayWidth.truncated("香港", to: 0) == "")
  }

  @Test func aPathIsCutAtItsStart() {
    #expect(DisplayWidth.truncatedAtStart("corpus/明報/b8.txt:45", to: 12) == "…/b8.txt:45")
  }

  @Test func paddingFillsTheDisplayWidth() {
    #expect(DisplayWidth.padded("港", to: 5) == "港   ")
    #expect(DisplayWidth.padded("港", to: 5, alignment: .trailing) == "   港")
    #expect(DisplayWidth.padded("港", to: 5, alignment: .center) == " 港  ")
    #expect(DisplayWidth.padded("香港", to: 2) == "香港")
  }
}
