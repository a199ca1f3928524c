import Testing

@testable import LunhengCore

@Suite("Stop words")
struct StopWordTests {
  private static func kind(_ word: String) -> StopWords.Kind? {
    FoldedText(Array(word.utf16)).units.withUnsafeBufferPointer {
      StopWords.kind(of: WordHash.of($0))
    }
  }

  @Test("are known in every spelling, and no other word is")
  func areKnown() {
    for word in ["的", "我們", "我们", "the", "The", "着", "著", "會"] {
      #expect(Self.kind(word) == .function)
    }
    #expect(Self.kind("發展") == .light)
    for word in ["香港", "policy", "金融", ""] { #expect(Self.kind(word) == nil) }
  }
}
