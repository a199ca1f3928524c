import Testing

@testable import LunhengCore

@Suite("Strings that repeat themselves")
struct PeriodicityTests {
  @Test(
    "are those of two characters and more said twice", arguments: ["香港香港", "創新科技創新科技創新", "香港香港香"])
  func repeats(text: String) {
    #expect(Array(text.utf16).repeatsItself)
  }

  @Test("are not words", arguments: ["", "香", "香港", "媽媽", "研究所", "北京東京", "新興產業", "香港香"])
  func doesNot(text: String) {
    #expect(!Array(text.utf16).repeatsItself)
  }
}
