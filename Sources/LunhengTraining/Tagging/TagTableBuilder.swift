import LunhengCore

/// Lays out features as the hash table that `TagTable` describes.
struct TagTableBuilder {
  private(set) var slots: [UInt32]
  /// By feature, its row, from 1 up.
  private(set) var rows: [UInt32: Int32] = [:]
  let bits: Int

  /// - Parameter features: distinct, sorted. Those beyond the most that a table can hold, and one that the
  ///   table could not tell from another, have no row.
  init(_ features: [UInt32]) {
    let features = features.prefix(TagTable.mostRows - 1)
    var bits = 4
    while 1 << bits < features.count * 2 { bits += 1 }
    self.bits = bits
    slots = [UInt32](repeating: 0, count: 1 << bits)
    rows.reserveCapacity(features.count)
    for feature in features {
      let isKnown = slots.withUnsafeBufferPointer {
        TagTable.row(of: feature, in: $0.baseAddress!, bits: bits) > 0
      }
      if isKnown { continue }
      var index = TagTable.home(feature, bits: bits)
      while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
      let row = rows.count + 1
      slots[index] = TagTable.slot(feature, row: row)
      rows[feature] = Int32(row)
    }
  }

  /// The row of a feature as the tagger will find it; 0 if none.
  func row(of feature: UInt32) -> Int32 {
    slots.withUnsafeBufferPointer {
      Int32(TagTable.row(of: feature, in: $0.baseAddress!, bits: bits))
    }
  }
}
