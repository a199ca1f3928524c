import LunhengCore

/// Lays out features as the hash table that `TagTable` describes.
struct TagTableBuilder {
  private(set) var slots: [UInt32]
  /// Rows that features have, from 1 up.
  private(set) var rowCount = 0
  let bits: Int

  /// - Parameter features: distinct, sorted. Those beyond the most that a table can hold, and one that the
  ///   table could not tell from another, have no row.
  init(_ features: [UInt32]) {
    let features = features.prefix(TagTable.mostRows - 1)
    var bits = 4
    while 1 << bits < features.count * 2 { bits += 1 }
    self.bits = bits
    slots = [UInt32](repeating: 0, count: 1 << bits)
    for feature in features {
      if row(of: feature) > 0 { continue }
      var index = TagTable.home(feature, bits: bits)
      while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
      rowCount += 1
      slots[index] = TagTable.slot(feature, row: rowCount)
    }
  }

  /// The row of a feature as the tagger will find it; 0 if none.
  func row(of feature: UInt32) -> Int32 {
    slots.withUnsafeBufferPointer {
      Int32(TagTable.row(of: feature, in: $0.baseAddress!, bits: bits))
    }
  }
}
