import Testing

@testable import LunhengCore

@Suite("Counted words")
struct WordTableTests {
  private func counts(_ table: WordTable) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(table.surfaces(), table.counts))
  }

  @Test("are one whatever the variant, and shown as most often printed")
  func foldsVariants() {
    var table = WordTable()
    table.add(SpacedText.words("路綫 經濟"))
    table.add(SpacedText.words("路線 路線"))
    #expect(counts(table) == ["路線": 3, "經濟": 1])
    #expect(table.total == 4)
  }

  @Test("are shown alike in whatever order documents come")
  func doesNotDependOnOrder() {
    let texts = [SpacedText.words("路綫 路線"), SpacedText.words("經濟 路綫 路線")]
    for texts in [texts, texts.reversed()] {
      var table = WordTable()
      for text in texts { table.add(text) }
      #expect(Set(table.surfaces()) == Set(["經濟", min("路線", "路綫")]))
    }
  }

  @Test("are no numbers and no punctuation, which divide them")
  func leavesOutNumbers() {
    let text = SpacedText.words("共 30 億 元 ， 三十 元", "新 元")
    #expect(text.words.count { $0 >= 0 } == 5)
    #expect(text.count == 5)
    // 共 | 元 | 元 || 新 元 ||
    #expect(text.words.map { $0 < 0 ? $0 : 0 } == [0, -1, 0, -1, 0, -3, 0, 0, -3])
  }

  @Test("may be numbers where these are asked for")
  func asksForNumbers() {
    let text = SpacedText.words(["三十 元 四十 元"], asked: ["三十"])
    #expect(text.words.filter { $0 >= 0 } == [0, 1, 1])
    #expect(text.contains(0))
    #expect(!SpacedText.words(["四十 元"], asked: ["三十"]).contains(0))
  }

  @Test("are divided by the end of a sentence, but for the last of a paragraph")
  func dividesSentences() {
    let text = SpacedText.words("甲 ， 乙 。 丙 。", "丁")
    #expect(text.words.filter { $0 < 0 } == [-1, -2, -3, -3])
  }

  @Test("know function words")
  func knowsFunctionWords() {
    var table = WordTable()
    table.add(SpacedText.words("我們 的 經濟"))
    #expect(table.isFunctionWord == [true, true, false])
  }
}
