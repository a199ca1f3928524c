/// What lexicons call each word, in two bytes a word: an XOR filter that also retrieves a value (Graf and
/// Lemire, "Xor filters: faster and smaller than Bloom and cuckoo filters", 2020).
///
/// A word has one cell in each third; their exclusive or is 8 bits of its hash and 8 bits of its class. A
/// word that no lexicon has is taken for one of them once in 256 times.
package enum TagLexicon {
  /// The cells of a word, and what they must have in common with it.
  @inline(__always)
  package static func cells(
    _ hash: UInt64, seed: UInt64, third: UInt64
  ) -> (first: Int, second: Int, last: Int, check: UInt16) {
    var z = (hash ^ seed) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 29) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 32
    func place(_ bits: UInt64) -> UInt64 { ((bits & 0x1F_FFFF) &* third) >> 21 }
    return (
      Int(place(z)), Int(third &+ place(z >> 21)), Int(2 &* third &+ place(z >> 42)),
      UInt16(truncatingIfNeeded: (z &* 0x9E37_79B9_7F4A_7C15) >> 56) << 8
    )
  }

  /// The most words that places can be told apart for.
  package static let mostWords = 1 << 21

  /// The class of a word; 0 if no lexicon has it.
  ///
  /// - Parameter count: of `cells`, a multiple of three.
  @inline(__always)
  package static func lexiconClass(
    of hash: UInt64, seed: UInt64, cells: UnsafePointer<UInt16>, count: Int
  ) -> UInt8 {
    let place = Self.cells(hash, seed: seed, third: UInt64(truncatingIfNeeded: count / 3))
    let value = cells[place.first] ^ cells[place.second] ^ cells[place.last] ^ place.check
    return value < 256 ? UInt8(truncatingIfNeeded: value) : 0
  }
}
