import LunhengConfiguration
import LunhengCore
import Testing

struct LexiconFileTests {
  @Test func readsOneWordALine() {
    let checked = LexiconFile.parse(
      "# 新詞\n新質生產力\n\n  北部都會區\t120\tn\r\n河套區\r　中試\u{3000}\nC#\n", path: "words.txt")
    #expect(checked.value == ["新質生產力", "北部都會區", "河套區", "中試", "C#"])
    #expect(checked.diagnostics.isEmpty)
  }

  @Test(arguments: ["", "\n\n", "# nothing yet\n", "\t5\n"])
  func aListWithoutWordsIsEmpty(_ text: String) {
    #expect(LexiconFile.parse(text, path: "words.txt").value == [])
  }

  @Test func aByteOrderMarkIsNotPartOfTheFirstWord() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("算力".utf8)
    #expect(LexiconFile.parse(bytes, path: "words.txt").value == ["算力"])
  }

  @Test func aRepeatedWordIsAWarningAndCountsOnce() {
    let text: MarkedText = "算力\n中試\n 1️⃣算力\t3\n2️⃣算力\n"
    let checked = LexiconFile.parse(text.text, path: "words.txt")
    #expect(checked.value == ["算力", "中試"])
    #expect(
      checked.diagnostics.map(\.summary)
        == [text.expect(1, "duplicate-word"), text.expect(2, "duplicate-word")])
    #expect(checked.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(checked.diagnostics.dropFirst().first?.message.contains("first at line 1") == true)
  }

  @Test func everyControlCharacterIsReported() {
    let text: MarkedText = "算1️⃣\u{7}力\n中試\n 初2️⃣\u{200B}創\n"
    let checked = LexiconFile.parse(text.text, path: "words.txt")
    #expect(checked.value == nil)
    #expect(
      checked.diagnostics.map(\.summary)
        == [text.expect(1, "control-character"), text.expect(2, "control-character")])
  }

  /// A jieba dictionary separates its fields by spaces.
  @Test func wordsWithSpacesAreOneWarning() {
    let checked = LexiconFile.parse("算力\n中試 5 n\n初創 3 n\n", path: "words.txt")
    #expect(checked.value == ["算力", "中試 5 n", "初創 3 n"])
    #expect(checked.diagnostics.map(\.summary) == ["2:1 word-with-space"])
    #expect(checked.diagnostics.first?.message.contains("as are 1 more") == true)
  }

  @Test func bytesInAnotherEncodingAreRejected() {
    // 算力 in Big5.
    let bytes: [UInt8] = Array("中試\n".utf8) + [0xBA, 0xE2, 0xA4, 0x4F]
    let diagnostics = LexiconFile.parse(bytes, path: "words.txt").diagnostics
    #expect(diagnostics.map(\.summary) == ["2:1 invalid-utf8"])
    #expect(diagnostics.first?.message.contains("'BA'") == true)
  }
}
