import Testing

@testable import LunhengCore

@Suite("A gold sentence")
struct GoldSentenceTests {
  @Test(
    "joins its words, with a space where ASCII letters or digits touch",
    arguments: [
      (["香港", "要", "發展"], "香港要發展", "香港要發展"),
      (["Open", "AI", "在", "2023", "年"], "Open AI在2023年", "OpenAI在2023年"),
      (["3", "G", "，", "4G"], "3 G，4G", "3G，4G"),
      // Full-width letters and letters beyond ASCII are not told apart by spaces.
      (["Ａ", "B", "é", "t"], "ＡBét", "ＡBét"),
      (["𨋢", "門"], "𨋢門", "𨋢門"),
      ([], "", ""),
    ])
  func joinsItsWords(words: [String], spaced: String, joined: String) {
    #expect(GoldSentence(words: words.map(\.utf16)).text == Array(spaced.utf16))
    #expect(GoldSentence(words: words.map(\.utf16), joinsAll: true).text == Array(joined.utf16))
  }

  @Test("counts no white space, neither between words nor in them nor as one")
  func countsNoSpace() {
    let sentence = GoldSentence(words: ["Open", "AI", "\u{3000}", "數\u{A0}據"].map(\.utf16))
    #expect(sentence.text == Array("Open AI\u{3000}數\u{A0}據".utf16))
    #expect(sentence.characters == Array("OpenAI數據".utf16))
    #expect(sentence.words == [0..<4, 4..<6, 6..<8])
  }

  @Test("takes tokens as ranges of its characters, those of white space left out")
  func takesTokens() {
    let sentence = GoldSentence(words: ["a", "b", "𨋢", "門"].map(\.utf16))
    #expect(sentence.text == Array("a b𨋢門".utf16))
    let apart = [(0, 1), (1, 2), (2, 3), (3, 5), (5, 6)].map {
      Token(start: $0, end: $1, kind: .word)
    }
    #expect(sentence.words(of: apart) == sentence.words)
    // A token with a space in it, as a word of a lexicon has, is one word.
    let together = [(0, 3), (3, 6)].map { Token(start: $0, end: $1, kind: .word) }
    #expect(sentence.words(of: together) == [0..<2, 2..<5])
  }
}
