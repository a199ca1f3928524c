/// Counts the ways in which a segmenter differs from the gold standard, region by region.
public struct SegmentationDifferences: Hashable, Sendable {
  /// Words with a space between them, in UTF-16 units. No strings: those are equal if they are
  /// canonically equivalent, as U+F9D1 and U+516D are, which a gold standard may keep apart.
  private struct Key: Hashable {
    var gold: [UInt16]
    var predicted: [UInt16]
  }

  private var counts: [Key: Int] = [:]

  public init() {}

  /// Counts the regions of `sentence` that are divided in two ways.
  public mutating func add(_ regions: [SegmentationRegion], of sentence: GoldSentence) {
    func joined(_ words: ArraySlice<Range<Int>>) -> [UInt16] {
      Array(words.map { sentence.characters[$0] }.joined(separator: [0x20]))
    }
    for region in regions where !region.isAgreed {
      counts[Key(gold: joined(region.gold), predicted: joined(region.predicted)), default: 0] += 1
    }
  }

  /// Adds the counts of other sentences.
  public mutating func add(_ other: SegmentationDifferences) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// The differences that occur most, at most `limit`; equally frequent ones in the order of the code
  /// points of their gold words, then of their predicted words.
  ///
  /// Complexity: O(n log n).
  public func mostFrequent(_ limit: Int) -> [SegmentationDifference] {
    let all = counts.map { key, count in
      (count: count, gold: String(units: key.gold), predicted: String(units: key.predicted))
    }
    // Bytes of UTF-8, unlike units of UTF-16, are in the order of code points.
    let sorted = all.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      if !left.gold.utf8.elementsEqual(right.gold.utf8) {
        return left.gold.utf8.lexicographicallyPrecedes(right.gold.utf8)
      }
      return left.predicted.utf8.lexicographicallyPrecedes(right.predicted.utf8)
    }
    return sorted.prefix(limit).map {
      SegmentationDifference(
        gold: Self.words($0.gold), predicted: Self.words($0.predicted), count: $0.count)
    }
  }

  /// By scalar: a space and a combining mark after it are one `Character`.
  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: " ").map { String($0) }
  }
}
