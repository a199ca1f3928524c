/// Gives each distinct word a number, from 0 in order of first appearance.
///
/// Words live in one buffer of UTF-16 units and are found by an open-addressing hash, so that counting
/// allocates nothing per token and never compares Strings (whose equality is canonical equivalence).
public struct Vocabulary: Sendable {
  private var units: [UInt16] = []
  /// End of each word in `units`; it starts where the word before ends.
  private var ends: [Int32] = []
  /// Word numbers by hash; -1 where free. Its size is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  public init() {}

  public var count: Int { ends.count }

  /// The number of `word`, which it gets if it has none. Complexity: O(length), amortised.
  public mutating func intern(_ word: ArraySlice<UInt16>) -> Int32 {
    if (count + 1) * 2 > slots.count { grow() }
    var slot = hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      if self.word(slots[slot]) == word { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(count)
    slots[slot] = number
    units.append(contentsOf: word)
    ends.append(Int32(units.count))
    return number
  }

  /// The units of the word with this number.
  public func word(_ number: Int32) -> ArraySlice<UInt16> {
    units[(number == 0 ? 0 : Int(ends[Int(number) - 1]))..<Int(ends[Int(number)])]
  }

  /// The word with this number.
  public func text(_ number: Int32) -> String { String(units: word(number)) }

  private func hash(_ word: ArraySlice<UInt16>) -> Int {
    Int(truncatingIfNeeded: word.withUnsafeBufferPointer { WordHash.of($0) })
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 0..<Int32(count) {
      var slot = hash(word(number)) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = number
    }
  }
}
