/// Counts pairs of numbers by open addressing. Meant to be reused.
struct PairCounts {
  struct Entry {
    var left: Int32
    var right: Int32
    var count: Int32
  }

  /// In order of first appearance, so that what is made of them does not depend on hashes.
  private(set) var entries: [Entry] = []
  /// Entry numbers; -1 where free. Its size is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 256)

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    let size = slots.count > 16_384 ? 256 : slots.count
    slots.removeAll(keepingCapacity: size == slots.count)
    slots.append(contentsOf: repeatElement(-1, count: size))
  }

  /// Counts the pair; gives how often it has been counted.
  @inline(__always)
  @discardableResult
  mutating func add(_ left: Int32, _ right: Int32) -> Int32 {
    var slot = Self.hash(left, right) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if entries[entry].left == left, entries[entry].right == right {
        entries[entry].count += 1
        return entries[entry].count
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(entries.count)
    entries.append(Entry(left: left, right: right, count: 1))
    if entries.count * 2 > slots.count { grow() }
    return 1
  }

  private static func hash(_ left: Int32, _ right: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Self.hash(entry.left, entry.right) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
