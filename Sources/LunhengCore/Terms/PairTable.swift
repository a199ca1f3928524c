/// Numbers pairs of numbers in the order in which they come: a hash table of integers, linear probing.
struct PairTable: Sendable {
  /// Keys by slot; `free` where there is none.
  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0

  private static let free = UInt64.max

  init(minimumCapacity: Int = 0) {
    var size = 16
    while size < 2 * minimumCapacity { size *= 2 }
    keys = [UInt64](repeating: Self.free, count: size)
    values = [Int32](repeating: -1, count: size)
  }

  /// - Precondition: not negative.
  static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  /// The number of a pair; -1 for one that was not inserted. Complexity: O(1).
  func number(of key: UInt64) -> Int32 {
    let mask = keys.count - 1
    return keys.withUnsafeBufferPointer { keys in
      var slot = Self.hash(key) & mask
      while keys[slot] != key {
        if keys[slot] == Self.free { return -1 }
        slot = (slot + 1) & mask
      }
      return values[slot]
    }
  }

  /// The number of a pair, a new one if it is new. Complexity: O(1) amortised.
  mutating func insert(_ key: UInt64) -> Int32 {
    if 2 * (count + 1) > keys.count { grow() }
    let mask = keys.count - 1
    var slot = Self.hash(key) & mask
    while keys[slot] != key {
      if keys[slot] == Self.free {
        keys[slot] = key
        values[slot] = Int32(count)
        count += 1
        break
      }
      slot = (slot + 1) & mask
    }
    return values[slot]
  }

  private mutating func grow() {
    var larger = PairTable(minimumCapacity: keys.count)
    let mask = larger.keys.count - 1
    for (key, value) in zip(keys, values) where key != Self.free {
      var slot = Self.hash(key) & mask
      while larger.keys[slot] != Self.free { slot = (slot + 1) & mask }
      larger.keys[slot] = key
      larger.values[slot] = value
    }
    larger.count = count
    self = larger
  }

  /// The finaliser of MurmurHash3, which mixes all bits into the lower ones.
  private static func hash(_ key: UInt64) -> Int {
    var hash = key
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return Int(truncatingIfNeeded: (hash ^ (hash >> 33)) >> 1)
  }
}
