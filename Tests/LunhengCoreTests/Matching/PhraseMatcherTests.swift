import Testing

@testable import LunhengCore

@Suite("The phrase matcher")
struct PhraseMatcherTests {
  /// Every phrase at every place, compared unit by unit.
  private static func naiveHits(_ phrases: [String], in text: FoldedText) -> [PhraseMatcher.Hit] {
    var hits: [PhraseMatcher.Hit] = []
    let keys = phrases.map { FoldedText(Array($0.utf16)).units }
    for (index, key) in keys.enumerated() where !key.isEmpty && keys.firstIndex(of: key) == index {
      for start in text.units.indices where text.units[start...].starts(with: key) {
        let end = start + key.count
        // Whole characters: ㎡ is m2, and no 2.
        if start > 0, text.origins[start - 1] == text.origins[start] { continue }
        if end < text.units.count, text.origins[end - 1] == text.origins[end] { continue }
        let needsBefore = CharacterClass(key[0]).isAlphanumeric
        let needsAfter = CharacterClass(key[key.count - 1]).isAlphanumeric
        if needsBefore, start > 0, CharacterClass(text.units[start - 1]).isAlphanumeric { continue }
        if needsAfter, end < text.units.count, CharacterClass(text.units[end]).isAlphanumeric {
          continue
        }
        hits.append(PhraseMatcher.Hit(start: start, end: end, phrase: index))
      }
    }
    return hits.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  @Test("finds what a naive search finds", arguments: 0..<500 as Range<UInt64>)
  func findsWhatANaiveSearchFinds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = [
      "金融科", "金融科技ＡIa 9", "𨋢𨋣裏裡 ", "㎡m2 ㈱(株)米", "𝐀a\u{E0100}\u{AD} 𠀀丽\u{2F800}", "1．2.3·",
    ].randomElement(using: &random)!
    let phrases = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      random.text(of: alphabet, length: 0...5)
    }
    let units = Array(random.text(of: alphabet, length: 0...80).utf16)
    let folded = FoldedText(units)
    var hits: [PhraseMatcher.Hit] = []
    PhraseMatcher(phrases).findAll(in: units, into: &hits)
    let expected = Self.naiveHits(phrases, in: folded).map {
      let range = folded.original($0.range)
      return PhraseMatcher.Hit(
        start: range.lowerBound, end: range.upperBound, phrase: Int($0.phrase))
    }
    #expect(hits == expected)
  }

  @Test("keeps the leftmost and of those the longest")
  func keepsTheLeftmostLongest() {
    let text = Array("國際金融中心金融科技".utf16)
    var hits: [PhraseMatcher.Hit] = []
    PhraseMatcher(["金融", "國際金融", "國際金融中心", "中心金融", "金融科技"]).findAll(in: text, into: &hits)
    PhraseMatcher.keepLeftmostLongest(&hits)
    #expect(hits.map(\.phrase) == [2, 4])
  }

  @Test("never finds a phrase that folds to nothing")
  func neverFindsAPhraseThatFoldsToNothing() {
    var hits: [PhraseMatcher.Hit] = []
    PhraseMatcher(["", " ", "\u{200B}"]).findAll(in: Array("a b".utf16), into: &hits)
    #expect(hits.isEmpty)
  }

  @Test("finds Latin terms on word boundaries only")
  func findsLatinTermsOnWordBoundariesOnly() {
    func count(_ phrase: String, _ text: String) -> Int {
      var hits: [PhraseMatcher.Hit] = []
      PhraseMatcher([phrase]).findAll(in: Array(text.utf16), into: &hits)
      return hits.count
    }
    #expect(count("AI", "AIDS與RAIN") == 0)
    #expect(count("AI", "用AI做、以 ＡＩ 做，ai。") == 3)
    #expect(count("5G", "15G") == 0)
    #expect(count("data centre", "一個data centre") == 1)
  }
}
