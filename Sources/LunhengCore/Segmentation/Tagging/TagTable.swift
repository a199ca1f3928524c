/// A hash table from the number of a feature to its row of weights, probed linearly. A slot is an integer:
/// the lower 14 bits of the feature's number, then 18 bits of row; 0 is free. The upper bits of the number
/// tell where the search begins.
package enum TagTable {
  package static let mostRows = 1 << 18

  @inline(__always)
  package static func slot(_ feature: UInt32, row: Int) -> UInt32 {
    feature << 18 | UInt32(truncatingIfNeeded: row)
  }

  /// - Parameter bits: the binary logarithm of the number of slots.
  @inline(__always)
  package static func home(_ feature: UInt32, bits: Int) -> Int {
    Int(feature) >> (32 - bits)
  }

  /// The row of a feature; 0 if it has none.
  @inline(__always)
  package static func row(of feature: UInt32, in slots: UnsafePointer<UInt32>, bits: Int) -> Int {
    row(of: feature, first: slots[home(feature, bits: bits)], in: slots, bits: bits)
  }

  /// - Parameter first: the slot that the search begins at.
  @inline(__always)
  package static func row(
    of feature: UInt32, first: UInt32, in slots: UnsafePointer<UInt32>, bits: Int
  ) -> Int {
    var slot = first
    var index = home(feature, bits: bits)
    let mask = 1 << bits - 1
    while slot != 0 {
      if (slot ^ feature << 18) < 1 << 18 { return Int(slot & 0x3FFFF) }
      index = (index + 1) & mask
      slot = slots[index]
    }
    return 0
  }
}
