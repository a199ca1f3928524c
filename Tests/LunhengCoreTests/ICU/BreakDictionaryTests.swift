import Testing

@testable import LunhengCore

/// What the program reads from ICU's dictionary is what ICU divides by: dynamic programming over the
/// words and costs, as in ICU's `CjkBreakEngine`, gives ICU's own boundaries.
@Suite("ICU's dictionary")
struct BreakDictionaryTests {
  private static let costs: [ArraySlice<UInt16>: Int] = {
    let entries = (try? BreakDictionary.chinese()) ?? []
    return Dictionary(uniqueKeysWithValues: entries.map { (Array($0.word.utf16)[...], $0.cost) })
  }()

  @Test("has the words of Chinese and Japanese with costs of one byte")
  func hasWords() throws {
    let entries = try BreakDictionary.chinese()
    #expect(entries.count > 200_000)
    #expect(entries.allSatisfy { (0...255).contains($0.cost) && !$0.word.isEmpty })
    #expect(entries.contains { $0.word == "經濟" })
  }

  @Test(
    "explains every boundary that ICU finds between ideographs", arguments: 0..<40 as Range<UInt64>)
  func explainsEveryBoundary(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = try BreakDictionary.chinese().map { Array($0.word.utf16) }
      .filter { $0.allSatisfy { (0x4E00...0x9FA5).contains($0) } }
    var units: [UInt16] = []
    while units.count < 3_000 {
      var word = words.randomElement(using: &random)!
      // Cut words make the ambiguities of real text.
      if Bool.random(using: &random) { word.removeLast(word.count / 2) }
      units += word
    }
    var iterator = try BreakIterator(.word)
    var icu: [Int] = []
    units.withUnsafeBufferPointer { buffer in
      iterator.forEachSegment(of: buffer) { icu.append($0.end) }
    }
    #expect(icu == Self.boundaries(of: units))
  }

  private static func boundaries(of units: [UInt16]) -> [Int] {
    let (longest, unknown) = (20, 255)
    var best = [Int](repeating: .max, count: units.count + 1)
    var previous = [Int](repeating: 0, count: units.count + 1)
    best[0] = 0
    for start in units.indices where best[start] != .max {
      for length in 1...min(longest, units.count - start) {
        let end = start + length
        guard let cost = costs[units[start..<end]] ?? (length == 1 ? unknown : nil) else {
          continue
        }
        if best[start] + cost < best[end] {
          best[end] = best[start] + cost
          previous[end] = start
        }
      }
    }
    var result: [Int] = []
    var end = units.count
    while end > 0 {
      result.append(end)
      end = previous[end]
    }
    return result.reversed()
  }
}
