/// A shortest stretch of text that two segmentations both begin and end with a word boundary: one
/// word on which they agree, or words of each that share no boundary but the outer two.
public struct SegmentationRegion: Hashable, Sendable {
  /// Not empty, in order, covering the region.
  public var gold: ArraySlice<Range<Int>>
  /// Not empty, in order, covering the region.
  public var predicted: ArraySlice<Range<Int>>

  /// Whether both have the same word here.
  public var isAgreed: Bool { gold.count == 1 && predicted.count == 1 }

  /// How many predicted words overlap a gold word so that neither contains the other.
  ///
  /// Complexity: O(n).
  public var crossingCount: Int {
    // A word that is the whole region contains all gold words of it. Of several, each has an end
    // within the region, which is no gold boundary: it crosses if a gold word ends inside it.
    guard predicted.count > 1 else { return 0 }
    var next = gold.startIndex
    return predicted.count { word in
      while gold[next].upperBound <= word.lowerBound { next += 1 }
      return gold[next].upperBound < word.upperBound
    }
  }

  /// The regions of a sentence, in order.
  ///
  /// Complexity: O(n).
  ///
  /// - Precondition: `gold` and `predicted` tile the same characters.
  public static func regions(
    gold: [Range<Int>], predicted: [Range<Int>]
  ) -> [SegmentationRegion] {
    precondition(
      gold.last?.upperBound == predicted.last?.upperBound, "segmentations of different texts")
    var regions: [SegmentationRegion] = []
    var goldStart = 0
    var predictedStart = 0
    while goldStart < gold.count {
      var goldEnd = goldStart + 1
      var predictedEnd = predictedStart + 1
      while gold[goldEnd - 1].upperBound != predicted[predictedEnd - 1].upperBound {
        if gold[goldEnd - 1].upperBound < predicted[predictedEnd - 1].upperBound {
          goldEnd += 1
        } else {
          predictedEnd += 1
        }
      }
      regions.append(
        SegmentationRegion(
          gold: gold[goldStart..<goldEnd], predicted: predicted[predictedStart..<predictedEnd]))
      goldStart = goldEnd
      predictedStart = predictedEnd
    }
    return regions
  }
}
