import Testing

@testable import LunhengCore

@Suite("Character classes")
struct CharacterClassTests {
  @Test(
    "agree with ICU's properties",
    arguments: [
      (
        "[[:Ideographic:][:Radical:]&[\\u0000-\\uD7FF\\uF900-\\uFAFF]-[\\u3021-\\u3029\\u3038-\\u303A\\u3006\\uA000-\\uABFF]]",
        CharacterClass.han
      ),
      ("[[:White_Space:]&[\\u0000-\\uFFFF]]", .space),
      ("[[0-9][\\uFF10-\\uFF19]]", .digit),
      ("[[[:Script=Latin:]&[:Alphabetic:]&[\\u0000-\\u02AF]]-[ªº]]", .letter),
      (
        "[[:Script=Hiragana:][:Script=Katakana:][:Script=Bopomofo:]&[:gc=Lo:]&[\\u3041-\\u312F]]",
        .syllabary
      ),
    ])
  func agreeWithICU(pattern: String, expected: CharacterClass) throws {
    let ranges = try CharacterData.ranges(matching: pattern)
    #expect(!ranges.isEmpty)
    for scalar in ranges.joined() {
      #expect(
        CharacterClass(UInt16(scalar)) == expected, "U+\(String(scalar, radix: 16))")
    }
  }

  @Test("leave Chinese punctuation out of Han")
  func leaveChinesePunctuationOutOfHan() {
    for unit in "，。、；：「」『』《》〈〉（）！？…—·%".utf16 {
      #expect(CharacterClass(unit) == .other)
    }
  }

  @Test("count characters as an editor does, spaces left out")
  func countCharacters() {
    #expect(CharacterClass.countOfCharacters(in: Array("在 21 世紀，𨋢".utf16)) == 7)
  }
}
