/// What the tagger looks at for each word, as numbers: the templates of Ratnaparkhi, "A maximum entropy
/// model for part-of-speech tagging" (1996), with characters for affixes, and what lexicons call the word
/// and its neighbours.
///
/// Each template looks at one word or at two that stand side by side, so that what a word says of the tags
/// about it can be looked up once for all its places.
package enum TagFeatures {
  /// Features of one word.
  package static let count = 20
  /// Words on either side that features reach to.
  package static let reach = 2

  /// Writes the numbers of the features of `words[index]` to `features`, by template.
  ///
  /// - Parameter words: with `reach` times `TagWord.edge` on either side of the sentence.
  @inline(__always)
  package static func write(
    to features: UnsafeMutablePointer<UInt32>, _ words: UnsafePointer<TagWord>, at index: Int
  ) {
    func add(_ template: Int, _ feature: UInt32) { features[template] = feature }
    ofWord(words[index], add)
    ofPrevious(words[index - 1], add)
    ofNext(words[index + 1], add)
    ofSecondPrevious(words[index - 2], add)
    ofSecondNext(words[index + 2], add)
    let before = ofPair(words[index - 1], words[index])
    let after = ofPair(words[index], words[index + 1])
    (features[3], features[18]) = (before[2], before[3])
    (features[4], features[19]) = (after[0], after[1])
    features[15] = ofShapes(words[index - 1], words[index]).right
    features[16] = ofShapes(words[index], words[index + 1]).left
  }

  /// The features of a word that look at it alone.
  @inline(__always)
  static func ofWord(_ word: TagWord, _ body: (Int, UInt32) -> Void) {
    body(0, number(0, word.hash))
    body(7, number(7, UInt64(word.first)))
    body(8, number(8, UInt64(word.last)))
    body(9, number(9, UInt64(word.head)))
    body(10, number(10, UInt64(word.tail)))
    body(11, number(11, UInt64(word.shape)))
    body(12, number(12, UInt64(word.last), UInt64(word.shape)))
    body(17, number(17, UInt64(word.lexiconClass), UInt64(word.shape)))
  }

  /// The features of a word that look at the word before it.
  @inline(__always)
  static func ofPrevious(_ previous: TagWord, _ body: (Int, UInt32) -> Void) {
    body(1, number(1, previous.hash))
    body(13, number(13, UInt64(previous.last)))
  }

  /// The features of a word that look at the word behind it.
  @inline(__always)
  static func ofNext(_ next: TagWord, _ body: (Int, UInt32) -> Void) {
    body(2, number(2, next.hash))
    body(14, number(14, UInt64(next.first)))
  }

  /// The features of a word that look at the last word but one.
  @inline(__always)
  static func ofSecondPrevious(_ word: TagWord, _ body: (Int, UInt32) -> Void) {
    body(5, number(5, word.hash))
  }

  /// The features of a word that look at the next word but one.
  @inline(__always)
  static func ofSecondNext(_ word: TagWord, _ body: (Int, UInt32) -> Void) {
    body(6, number(6, word.hash))
  }

  /// The features of two words side by side that look at both: two of the left one, then two of the right.
  @inline(__always)
  static func ofPair(_ left: TagWord, _ right: TagWord) -> SIMD4<UInt32> {
    SIMD4(
      number(4, left.hash, right.hash), number(19, left.hash, UInt64(right.lexiconClass)),
      number(3, left.hash, right.hash), number(18, UInt64(left.lexiconClass), right.hash))
  }

  /// The features of two words side by side, one of each, that look at the shapes of both.
  @inline(__always)
  static func ofShapes(_ left: TagWord, _ right: TagWord) -> (left: UInt32, right: UInt32) {
    (
      number(16, UInt64(right.shape), UInt64(left.shape)),
      number(15, UInt64(left.shape), UInt64(right.shape))
    )
  }

  @inline(__always)
  private static func number(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) -> UInt32 {
    var z = a &* 0x9E37_79B9_7F4A_7C15 ^ (b &<< 29 | b &>> 35) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 32) &+ (template + 1) &* 0x94D0_49BB_1331_11EB
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: z >> 32)
  }
}
