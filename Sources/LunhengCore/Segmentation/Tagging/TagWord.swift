/// A word as the tagger sees it.
package struct TagWord: BitwiseCopyable, Sendable {
  /// Of all its characters.
  package var hash: UInt64
  package var first: UInt16
  package var last: UInt16
  /// The first two and the last two characters; a word of one has it with nothing beside it.
  package var head: UInt32
  package var tail: UInt32
  /// Its length, at most 7, and which kinds of characters it has.
  package var shape: UInt16
  /// What lexicons call it; 0 if nothing.
  package var lexiconClass: UInt8

  /// What stands before the first and after the last word of a sentence.
  package static let edge = TagWord(
    hash: 0, first: 0, last: 0, head: 0, tail: 0, shape: 0, lexiconClass: 0)
}

/// Reads words from texts whose characters are numbered.
package enum TagWordReader {
  /// A word of the characters `range`, not empty, without its lexicon class.
  ///
  /// Widths and rare variants fold as the numbers do. Letters, which share a number, count as themselves.
  package static func word(
    _ range: Range<Int>, of characters: borrowing CharacterSequence,
    units: UnsafeBufferPointer<UInt16>, kinds: UnsafePointer<UInt8>
  ) -> TagWord {
    let ids = characters.ids
    let starts = characters.starts
    func symbol(_ index: Int) -> UInt16 {
      let id = ids[index]
      guard id == CharacterID.letter else { return id }
      let unit = units[Int(starts[index])]
      return 0x4000 | ((0xFF01...0xFF5E).contains(unit) ? unit - 0xFEE0 : unit & 0x3FFF)
    }
    var word = TagWord.edge
    var before: UInt16 = 0
    var mask: UInt16 = 0
    for index in range {
      let symbol = symbol(index)
      word.hash = (word.hash ^ UInt64(symbol)) &* 0x9E37_79B9_7F4A_7C15
      word.hash ^= word.hash >> 32
      mask |= 1 << UInt16(kinds[Int(ids[index])])
      if index == range.lowerBound { word.first = symbol }
      if index == range.lowerBound + 1 { word.head = UInt32(word.first) << 16 | UInt32(symbol) }
      before = word.last
      word.last = symbol
    }
    if range.count == 1 { word.head = UInt32(word.first) << 16 }
    word.tail = UInt32(before) << 16 | UInt32(word.last)
    word.shape = UInt16(min(range.count, 7)) << 8 | mask
    return word
  }
}
