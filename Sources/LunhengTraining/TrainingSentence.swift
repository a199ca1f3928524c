import LunhengCore

/// A sentence divided into words by hand.
public struct TrainingSentence: Hashable, Sendable {
  /// The words joined, with a space between two whose touching characters are ASCII letters or digits.
  public var units: [UInt16] = []
  /// The units of each word.
  public var words: [Range<Int>] = []
  /// Universal POS tags of the words; none if the source has none.
  public var tags: [String] = []

  /// - Parameter words: the words and, if known, their tags.
  public init(words: [(word: String, tag: String?)]) {
    for (word, tag) in words {
      let units = Array(word.utf16)
      if let last = self.units.last, let first = units.first, GoldSentence.needsSpace(last, first) {
        self.units.append(0x20)
      }
      self.words.append(self.units.count..<self.units.count + units.count)
      self.units += units
      if let tag { tags.append(tag) }
    }
  }
}
