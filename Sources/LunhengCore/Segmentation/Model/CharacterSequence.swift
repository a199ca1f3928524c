/// A text as the boundary model reads it: one number for each character that a word may start or end at.
///
/// Combining marks and the second halves of surrogate pairs go with the character before them. Meant to
/// be reused.
package struct CharacterSequence: ~Copyable {
  /// Numbers that stop every pattern, before and after the text.
  static let padding = 2

  package init() {}

  private var numbers = ScratchBuffer<UInt16>()
  private var offsets = ScratchBuffer<Int32>()
  package private(set) var count = 0
  /// Whether there are letters or digits, characters that only ICU divides.
  private(set) var hasAlphanumerics = false
  private(set) var hasForeign = false

  /// - Parameter table: by unit, the number of its character.
  ///
  /// Complexity: O(n).
  package mutating func read(
    _ units: UnsafeBufferPointer<UInt16>, table: UnsafePointer<UInt16>
  ) {
    numbers.reserve(units.count + 2 * Self.padding)
    offsets.reserve(units.count + 1)

    let ids = numbers.start + Self.padding
    let starts = offsets.start
    var next = 0
    hasAlphanumerics = false
    hasForeign = false
    for index in 0..<Self.padding { numbers[index] = CharacterID.space }
    for index in 0..<units.count {
      var id = table[Int(units[index])]
      if id < CharacterID.firstKnown {
        switch id {
        case CharacterID.digit, CharacterID.letter:
          hasAlphanumerics = true
        case CharacterID.attached, CharacterID.trail:
          // Nothing to go with at the head of a text or behind a space.
          if next > 0, ids[next - 1] != CharacterID.space { continue }
          id = CharacterID.unknownSymbol
        case CharacterID.hanLead:
          id = CharacterID.unknownHan
        case CharacterID.foreignLead:
          id = CharacterID.foreignSymbol
          hasForeign = true
        case CharacterID.foreignLetter, CharacterID.foreignSymbol:
          hasForeign = true
        default: break
        }
      }
      ids[next] = id
      starts[next] = Int32(truncatingIfNeeded: index)
      next += 1
    }
    starts[next] = Int32(truncatingIfNeeded: units.count)
    for index in 0..<Self.padding { ids[next + index] = CharacterID.space }
    count = next
  }

  /// The number of each character; two of `CharacterID.space` stand before the first and after the last.
  package var ids: UnsafePointer<UInt16> { UnsafePointer(numbers.start + Self.padding) }
  /// The unit that each character starts at, and behind the last the end of the text.
  package var starts: UnsafePointer<Int32> { UnsafePointer(offsets.start) }

  /// The characters that `units` touch.
  ///
  /// Complexity: O(log n).
  func characters(of units: Range<Int>) -> Range<Int> {
    let end = firstStart(from: units.upperBound)
    let first = firstStart(from: units.lowerBound)
    let isExact = first < count && Int(starts[first]) == units.lowerBound
    return (isExact || first == 0 ? first : first - 1)..<end
  }

  /// The first character that starts at `unit` or behind it.
  private func firstStart(from unit: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < unit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
