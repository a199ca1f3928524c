import Testing

@testable import LunhengCore

@Suite("The score of a segmentation")
struct SegmentationScoreTests {
  private static func score(
    _ gold: [Range<Int>], _ predicted: [Range<Int>], isKnown: ((Range<Int>) -> Bool)? = nil
  ) -> SegmentationScore {
    var score = SegmentationScore()
    score.add(SegmentationRegion.regions(gold: gold, predicted: predicted), isKnown: isKnown)
    return score
  }

  @Test("is a fraction of the words of each side")
  func isAFraction() {
    let score = Self.score([0..<2, 2..<3, 3..<5], [0..<2, 2..<3, 3..<4, 4..<5])
    #expect(score.precision == 2.0 / 4)
    #expect(score.recall == 2.0 / 3)
    #expect(score.f1 == 4.0 / 7)
    #expect(score.crossingRate == 0)
    #expect(score.outOfVocabulary == nil)
    #expect(score.outOfVocabularyRate == nil)
  }

  @Test(
    "counts as crossing what overlaps a gold word and neither contains the other",
    arguments: [
      // Divided further, and not divided.
      ([0..<4], [0..<1, 1..<4], 0),
      ([0..<1, 1..<3, 3..<4], [0..<4], 0),
      // 研究生｜命 for 研究｜生命: the first word crosses, the second is a part.
      ([0..<2, 2..<4], [0..<3, 3..<4], 1),
      ([0..<3, 3..<4], [0..<2, 2..<4], 1),
      // Both ends within gold words.
      ([0..<2, 2..<4], [0..<1, 1..<3, 3..<4], 1),
      // Contains a whole gold word, but crosses the next.
      ([0..<1, 1..<2, 2..<4], [0..<3, 3..<4], 1),
      ([0..<2, 2..<4, 4..<6], [0..<1, 1..<3, 3..<5, 5..<6], 2),
    ] as [([Range<Int>], [Range<Int>], Int)])
  func countsCrossings(gold: [Range<Int>], predicted: [Range<Int>], count: Int) {
    #expect(Self.score(gold, predicted).crossingWords == count)
  }

  @Test("tells how many unknown words there are and how many were found")
  func countsUnknownWords() {
    let score = Self.score([0..<2, 2..<3, 3..<5], [0..<2, 2..<5]) { $0.count == 1 }
    #expect(score.outOfVocabulary == SegmentationScore.OutOfVocabulary(words: 2, correct: 1))
    #expect(score.outOfVocabularyRate == 2.0 / 3)
    #expect(score.outOfVocabularyRecall == 0.5)
    let allKnown = Self.score([0..<2], [0..<2]) { _ in true }
    #expect(allKnown.outOfVocabularyRate == 0)
    #expect(allKnown.outOfVocabularyRecall == nil)
  }

  @Test("of nothing is no number")
  func ofNothing() {
    let score = Self.score([], [])
    #expect(score.sentences == 1)
    #expect(score.precision == nil)
    #expect(score.recall == nil)
    #expect(score.f1 == nil)
    #expect(score.crossingRate == nil)
  }

  @Test("knows words by their code points")
  func knowsWordsByCodePoints() {
    // U+F9D1 is canonically equivalent to U+516D, so that equal strings would hide the difference.
    var known = KnownWords()
    known.insert(GoldSentence(words: ["六", "香港"].map(\.utf16)))
    #expect(known.contains([0x516D]))
    #expect(!known.contains([0xF9D1]))
    #expect(known.contains(Array("香港".utf16)[...]))
    #expect(!known.contains(Array("港".utf16)[...]))
  }
}
