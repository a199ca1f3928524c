/// Says of two neighbouring units whether a phrase may start with them: a bit table of hashed pairs,
/// never wrong where it says no.
struct PairFilter: Sendable {
  private var words: [UInt64]
  private let shift: UInt32

  /// - Parameter count: pairs that will be inserted, at most. About one in 32 others passes.
  init(count: Int) {
    var bits = 4096
    while bits < 32 * count, bits < 1 << 21 { bits *= 2 }
    words = [UInt64](repeating: 0, count: bits / 64)
    shift = UInt32(32 - bits.trailingZeroBitCount)
  }

  mutating func insert(_ first: UInt16, _ second: UInt16) {
    let bit = Self.hash(first, second) >> shift
    words[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
  }

  /// The table for a loop to look into.
  func withBits<Result>(_ body: (Bits) -> Result) -> Result {
    words.withUnsafeBufferPointer { body(Bits(words: $0, shift: shift)) }
  }

  struct Bits {
    let words: UnsafeBufferPointer<UInt64>
    let shift: UInt32

    @inline(__always)
    func mayContain(_ first: UInt16, _ second: UInt16) -> Bool {
      let bit = PairFilter.hash(first, second) >> shift
      return words[Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0
    }
  }

  /// Multiplication spreads the pair over the high bits (Knuth's multiplicative hashing).
  @inline(__always)
  private static func hash(_ first: UInt16, _ second: UInt16) -> UInt32 {
    (UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1
  }
}
