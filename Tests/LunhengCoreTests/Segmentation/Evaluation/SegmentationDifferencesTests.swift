import Testing

@testable import LunhengCore

@Suite("The differences of segmentations")
struct SegmentationDifferencesTests {
  /// Each pair is a sentence: its gold and its predicted words, separated by spaces.
  private static func differences(_ pairs: [(String, String)]) -> SegmentationDifferences {
    var differences = SegmentationDifferences()
    for (gold, predicted) in pairs {
      let sentence = GoldSentence(words: gold.utf16.split(separator: 0x20))
      let other = GoldSentence(words: predicted.utf16.split(separator: 0x20))
      differences.add(
        SegmentationRegion.regions(gold: sentence.words, predicted: other.words), of: sentence)
    }
    return differences
  }

  private static func lines(_ differences: SegmentationDifferences, _ limit: Int) -> [String] {
    differences.mostFrequent(limit).map {
      "\($0.count) " + $0.gold.joined(separator: " ") + " | "
        + $0.predicted.joined(separator: " ")
    }
  }

  @Test("are of the shortest regions between boundaries that both have")
  func areShortest() {
    let differences = Self.differences([("研究 生命 的 起源 很 難", "研究生 命 的 起 源 很難")])
    #expect(
      Self.lines(differences, 9) == ["1 很 難 | 很難", "1 研究 生命 | 研究生 命", "1 起源 | 起 源"])
  }

  @Test("come most frequent first, then in the order of code points")
  func areSorted() {
    // In UTF-16 a surrogate sorts before U+FF21, in code points after.
    let differences = Self.differences([
      ("𨋢門", "𨋢 門"), ("Ａ門", "Ａ 門"), ("乙 丙", "乙丙"), ("甲乙", "甲 乙"), ("乙 丙", "乙丙"),
      ("甲乙丙", "甲乙 丙"), ("甲乙丙", "甲 乙丙"),
    ])
    #expect(
      Self.lines(differences, 9) == [
        "2 乙 丙 | 乙丙", "1 甲乙 | 甲 乙", "1 甲乙丙 | 甲 乙丙", "1 甲乙丙 | 甲乙 丙",
        "1 Ａ門 | Ａ 門", "1 𨋢門 | 𨋢 門",
      ])
    #expect(Self.lines(differences, 1) == ["2 乙 丙 | 乙丙"])
    #expect(Self.lines(differences, 0) == [])
  }

  @Test("add up")
  func addUp() {
    var sum = Self.differences([("甲乙", "甲 乙"), ("丙 丁", "丙丁")])
    sum.add(Self.differences([("甲乙", "甲 乙")]))
    #expect(Self.lines(sum, 9) == ["2 甲乙 | 甲 乙", "1 丙 丁 | 丙丁"])
  }

  @Test("keep characters apart that are only canonically equivalent")
  func keepCodePointsApart() {
    let differences = Self.differences([("\u{F9D1}月", "\u{F9D1} 月"), ("六月", "六 月")])
    #expect(differences.mostFrequent(9).map(\.count) == [1, 1])
  }
}
