import Testing

@testable import LunhengCore

/// Holds the counts, which are taken in one pass, against sets of ranges and the definitions as they
/// stand in the books.
@Suite("The counts of a segmentation")
struct SegmentationPropertyTests {
  private struct Case {
    var gold: [Range<Int>]
    var predicted: [Range<Int>]

    init(_ random: inout SeededGenerator) {
      let length = Int.random(in: 0...30, using: &random)
      gold = Self.tiling(length, &random)
      predicted = Self.tiling(length, &random)
    }

    /// Boundaries of a density that is drawn first, so that all characters in one word, each in its
    /// own, and whatever is between occur.
    private static func tiling(
      _ length: Int, _ random: inout SeededGenerator
    ) -> [Range<Int>] {
      let density = Double.random(in: 0...1, using: &random)
      var ranges: [Range<Int>] = []
      var start = 0
      for end in 1..<max(length + 1, 1)
      where end == length || Double.random(in: 0..<1, using: &random) < density {
        ranges.append(start..<end)
        start = end
      }
      return ranges
    }
  }

  private static func cross(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let a = Set(a)
    let b = Set(b)
    return !a.isDisjoint(with: b) && !a.isSubset(of: b) && !b.isSubset(of: a)
  }

  @Test("are those of a naive count over sets", arguments: 0..<200 as Range<UInt64>)
  func areThoseOfANaiveCount(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var score = SegmentationScore()
    var parts = [SegmentationScore(), SegmentationScore()]
    var expected = (gold: 0, predicted: 0, correct: 0, crossing: 0, unknown: 0, found: 0)
    let isKnown: (Range<Int>) -> Bool = { $0.lowerBound % 3 != 1 }
    for index in 0..<8 {
      let texts = Case(&random)
      let regions = SegmentationRegion.regions(gold: texts.gold, predicted: texts.predicted)
      score.add(regions, isKnown: isKnown)
      parts[index % 2].add(regions, isKnown: isKnown)

      let gold = Set(texts.gold)
      let predicted = Set(texts.predicted)
      expected.gold += gold.count
      expected.predicted += predicted.count
      expected.correct += gold.intersection(predicted).count
      expected.crossing += predicted.count { word in gold.contains { Self.cross(word, $0) } }
      let unknown = gold.filter { !isKnown($0) }
      expected.unknown += unknown.count
      expected.found += unknown.intersection(predicted).count
    }
    #expect(score.sentences == 8)
    #expect(score.goldWords == expected.gold)
    #expect(score.predictedWords == expected.predicted)
    #expect(score.correctWords == expected.correct)
    #expect(score.crossingWords == expected.crossing)
    #expect(score.outOfVocabulary?.words == expected.unknown)
    #expect(score.outOfVocabulary?.correct == expected.found)

    // Counted in parts, as on several threads, it is the same.
    parts[0].add(parts[1])
    #expect(parts[0] == score)
  }

  @Test("are of regions that are as short as can be", arguments: 0..<200 as Range<UInt64>)
  func areOfShortestRegions(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = Case(&random)
    let regions = SegmentationRegion.regions(gold: texts.gold, predicted: texts.predicted)
    #expect(regions.flatMap { Array($0.gold) } == texts.gold)
    #expect(regions.flatMap { Array($0.predicted) } == texts.predicted)
    let shared = Set(texts.gold.map(\.upperBound)).intersection(texts.predicted.map(\.upperBound))
    #expect(regions.compactMap { $0.gold.last?.upperBound } == shared.sorted())
    #expect(regions.compactMap { $0.predicted.last?.upperBound } == shared.sorted())
  }
}
