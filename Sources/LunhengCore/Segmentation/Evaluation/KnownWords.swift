/// The words that a segmenter could have learnt from its training texts; all others are out of
/// vocabulary to it.
public struct KnownWords: Hashable, Sendable {
  // In UTF-16 units: strings are equal if they are canonically equivalent.
  private var words: Set<[UInt16]> = []

  public init() {}

  /// Adds the words of a sentence of a training text.
  public mutating func insert(_ sentence: GoldSentence) {
    for word in sentence.words { words.insert(Array(sentence.characters[word])) }
  }

  /// - Parameter word: UTF-16 units, without white space.
  public func contains(_ word: ArraySlice<UInt16>) -> Bool { words.contains(Array(word)) }
}
