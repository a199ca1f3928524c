/// Names a word in 64 bits, so that words are counted and looked up without their characters.
public enum WordHash {
  /// FNV-1a over the word's units, a step each, with an avalanche at the end (Steele, Lea and Flood 2014),
  /// so that every bit depends on all units.
  ///
  /// Complexity: O(length).
  ///
  /// - Parameter folded: the units of a word in a `FoldedText`.
  @inlinable
  public static func of(_ folded: UnsafeBufferPointer<UInt16>) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in folded { value = (value ^ UInt64(unit)) &* 0x100_0000_01B3 }
    return avalanche(value)
  }

  @inlinable
  static func avalanche(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
