/// Numbers words, which are UTF-16 units and a part of speech, in the order in which they come: from 0.
///
/// A hash table with open addressing over one array of units, because a `Dictionary` of arrays would
/// allocate for each word that is looked up.
public struct WordTable: Sendable {
  private var units: [UInt16] = []
  /// Where the words end in `units`.
  private var ends: [Int32] = []
  private var tags: [UInt8] = []
  /// The number of a word and 1, or 0, by hash; as many as a power of two.
  private var slots: [Int32]

  public init() { slots = Array(repeating: 0, count: 256) }

  public var count: Int { tags.count }

  /// The number of a word, and whether it is new.
  ///
  /// Complexity: O(length), amortised.
  public mutating func insert(
    _ word: UnsafeBufferPointer<UInt16>, tag: UInt8
  ) -> (number: Int, isNew: Bool) {
    if 2 * count >= slots.count { grow() }
    var slot = Self.hash(word, tag) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if tags[number] == tag, self.word(number).elementsEqual(word) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    units += word
    ends.append(Int32(units.count))
    tags.append(tag)
    slots[slot] = Int32(count)
    return (count - 1, true)
  }

  /// The units of a word.
  public func word(_ number: Int) -> ArraySlice<UInt16> {
    units[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  public func tag(_ number: Int) -> UInt8 { tags[number] }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in 0..<count {
      var slot = word(number).withUnsafeBufferPointer {
        Self.hash($0, tags[number]) & (slots.count - 1)
      }
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt16>, _ tag: UInt8) -> Int {
    var hash = UInt64(tag) &+ 0x9E37_79B9_7F4A_7C15
    for unit in word { hash = (hash ^ UInt64(unit)) &* 0xFF51_AFD7_ED55_8CCD ^ hash >> 32 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29) & .max
  }
}
