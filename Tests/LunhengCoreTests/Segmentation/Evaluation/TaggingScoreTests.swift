import Testing

@testable import LunhengCore

@Suite("The tagging score")
struct TaggingScoreTests {
  @Test("counts tags on gold words, and words with tags on predicted ones")
  func counts() {
    var score = TaggingScore()
    #expect(score.accuracy == nil)
    #expect(score.f1 == nil)
    // 香港｜人｜好 by hand, 香｜港｜人｜好 by the segmenter.
    let regions = SegmentationRegion.regions(
      gold: [0..<2, 2..<3, 3..<4], predicted: [0..<1, 1..<2, 2..<3, 3..<4])
    score.addGoldWords(
      gold: [.properNoun, .noun, .adjective], predicted: [.properNoun, .noun, .adverb])
    score.addPredictedWords(
      regions, gold: [.properNoun, .noun, .adjective],
      predicted: [.properNoun, .noun, .noun, .verb])
    #expect(score.accuracy == 2.0 / 3)
    #expect(score.correctPairs == 1)
    #expect(score.f1 == 2.0 / 7)
    let once = score
    score.add(once)
    #expect(score.goldWords == 6)
    #expect(score.accuracy == once.accuracy)
    #expect(score.f1 == once.f1)
  }

  @Test("is of words: a gold sentence has a tag and a token for each")
  func isOfWords() {
    let sentence = GoldSentence(
      words: ["用", "AI", "chip", "\u{3000}"].map(\.utf16),
      tags: [.verb, .other, .noun, .punctuation])
    #expect(sentence.tags == [.verb, .other, .noun])
    let words = sentence.tokens.map { String(decoding: sentence.text[$0.range], as: UTF16.self) }
    #expect(words == ["用", "AI", "chip"])
    #expect(sentence.words(of: sentence.tokens).count == 3)
  }
}
