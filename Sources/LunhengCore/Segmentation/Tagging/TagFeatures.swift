/// What the tagger looks at for each word, as numbers: the templates of Ratnaparkhi, "A maximum entropy
/// model for part-of-speech tagging" (1996), with characters for affixes, and what lexicons call the word
/// and its neighbours.
package enum TagFeatures {
  /// Features of one word.
  package static let count = 20
  /// Words on either side that features reach to.
  package static let reach = 2

  /// Writes the numbers of the features of `words[index]` to `features`.
  ///
  /// - Parameter words: with `reach` times `TagWord.edge` on either side of the sentence.
  @inline(__always)
  package static func write(
    to features: UnsafeMutablePointer<UInt32>, _ words: UnsafePointer<TagWord>, at index: Int
  ) {
    let word = words[index]
    let previous = words[index - 1]
    let next = words[index + 1]
    let (before, after) = (words[index - 2], words[index + 2])
    let (hash, kind) = (word.hash, UInt64(word.lexiconClass))
    let (kindBefore, kindAfter) = (UInt64(previous.lexiconClass), UInt64(next.lexiconClass))
    var template = 0
    func add(_ a: UInt64, _ b: UInt64 = 0) {
      features[template] = number(UInt64(template), a, b)
      template += 1
    }
    add(hash)
    add(previous.hash)
    add(next.hash)
    add(previous.hash, hash)
    add(hash, next.hash)
    add(before.hash)
    add(after.hash)
    add(UInt64(word.first))
    add(UInt64(word.last))
    add(UInt64(word.head))
    add(UInt64(word.tail))
    add(UInt64(word.shape))
    add(UInt64(word.last), UInt64(word.shape))
    add(UInt64(previous.last))
    add(UInt64(next.first))
    add(UInt64(previous.shape), UInt64(word.shape))
    add(UInt64(next.shape), UInt64(word.shape))
    add(kind, UInt64(word.shape))
    add(kindBefore, hash)
    add(hash, kindAfter)
  }

  @inline(__always)
  private static func number(_ template: UInt64, _ a: UInt64, _ b: UInt64) -> UInt32 {
    var z = a &* 0x9E37_79B9_7F4A_7C15 ^ (b &<< 29 | b &>> 35) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 32) &+ (template + 1) &* 0x94D0_49BB_1331_11EB
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: z >> 32)
  }
}
