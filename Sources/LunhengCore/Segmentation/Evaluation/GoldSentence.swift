/// A sentence that was divided into words by hand: what a segmenter is measured against.
///
/// White space is no word and counts nowhere: words are ranges of `characters`, which has none, so
/// that a segmenter is not judged by what it makes of spaces.
///
/// ```swift
/// let sentence = GoldSentence(words: ["用", "AI", "chip"].map(\.utf16))
/// sentence.text        // "用AI chip" in UTF-16
/// sentence.characters  // "用AIchip"
/// sentence.words       // [0..<1, 1..<3, 3..<7]
/// ```
public struct GoldSentence: Hashable, Sendable {
  /// UTF-16 units of what a segmenter is given.
  public private(set) var text: [UInt16] = []
  /// The units of `text` that are not white space.
  public private(set) var characters: [UInt16] = []
  /// Ranges of `characters`, in order; they tile it.
  public private(set) var words: [Range<Int>] = []
  /// The part of speech of each word; none if they were not told.
  public private(set) var tags: [PartOfSpeech] = []
  /// The words as a segmenter that is always right would give them: ranges of `text`, without the spaces
  /// between words.
  public private(set) var tokens: [Token] = []

  /// - Parameters:
  ///   - words: UTF-16 units of each word.
  ///   - tags: the part of speech of each word, or none.
  ///   - joinsAll: whether nothing stands between words. Otherwise two whose touching characters are
  ///     ASCII letters or digits have one space between them, as in the texts of Universal Dependencies:
  ///     there alone two words without a space would be read as one.
  public init(
    words: some Sequence<some Collection<UInt16>>, tags: [PartOfSpeech] = [],
    joinsAll: Bool = false
  ) {
    for (index, word) in words.enumerated() {
      if !joinsAll, let last = text.last, let first = word.first, Self.needsSpace(last, first) {
        text.append(0x20)
      }
      let textStart = text.count
      text.append(contentsOf: word)
      let start = characters.count
      characters.append(contentsOf: word.lazy.filter { CharacterClass($0) != .space })
      guard characters.count > start else { continue }
      self.words.append(start..<characters.count)
      tokens.append(Token(start: textStart, end: text.count, kind: .word))
      if index < tags.count { self.tags.append(tags[index]) }
    }
  }

  /// What a segmenter's tokens are as words of this sentence: ranges of `characters`. They tile it.
  ///
  /// Complexity: O(n).
  ///
  /// - Parameter tokens: a segmenter's result for `text`; they tile it.
  public func words(of tokens: [Token]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(tokens.count)
    var start = 0
    for token in tokens {
      let end = start + text[token.range].count { CharacterClass($0) != .space }
      if end > start { words.append(start..<end) }
      start = end
    }
    return words
  }

  /// Whether words whose touching units are these would be read as one without a space.
  package static func needsSpace(_ last: UInt16, _ first: UInt16) -> Bool {
    isASCIIAlphanumeric(last) && isASCIIAlphanumeric(first)
  }

  private static func isASCIIAlphanumeric(_ unit: UInt16) -> Bool {
    unit < 0x80 && CharacterClass(unit).isAlphanumeric
  }
}
