/// A double-array trie over character numbers, whose places are single integers: 14 bits name the
/// character that leads there, 24 bits lead on, 26 bits are the value of the pattern so far.
///
/// The variant with a base of its own for each parent (Yata et al., "A compact static double-array
/// keeping character codes", 2007): the label alone tells whether a step is right.
package enum PatternTrie {
  package static let freeSlot = UInt64(CharacterID.none)

  @inline(__always)
  package static func slot(label: UInt16, base: UInt32, value: UInt32) -> UInt64 {
    UInt64(label) | UInt64(base) << 14 | UInt64(value) << 38
  }

  @inline(__always)
  package static func label(_ slot: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: slot & 0x3FFF) }
  @inline(__always)
  package static func base(_ slot: UInt64) -> Int {
    Int(truncatingIfNeeded: slot >> 14 & 0xFF_FFFF)
  }
  @inline(__always)
  package static func value(_ slot: UInt64) -> Int { Int(truncatingIfNeeded: slot >> 38) }
}
