/// A way in which a segmenter divides characters otherwise than the gold standard.
public struct SegmentationDifference: Hashable, Sendable {
  public var gold: [String]
  public var predicted: [String]
  /// Regions of the texts where it does.
  public var count: Int

  public init(gold: [String], predicted: [String], count: Int) {
    self.gold = gold
    self.predicted = predicted
    self.count = count
  }
}
