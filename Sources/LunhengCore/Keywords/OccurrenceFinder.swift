/// Finds where the candidates of a document occur, by characters: also where the segmenter cut the text
/// otherwise. A term that starts or ends with a Latin letter or digit is found only where no other
/// adjoins it.
struct OccurrenceFinder {
  /// By the first two units of candidates, a set of their lengths: bit n for length n.
  private var keys: [UInt32] = Array(repeating: 0, count: 256)
  private var lengths: [UInt64] = Array(repeating: 0, count: 256)

  /// Fills `occurrences` and what `terms` says of those of candidates.
  ///
  /// Complexity: O(n).
  mutating func find(in text: inout KeywordText) {
    let units = text.units
    units.withUnsafeBufferPointer { units in
      tabulate(text, units)
      scan(units, &text)
    }
  }

  private mutating func tabulate(
    _ text: borrowing KeywordText, _ units: UnsafeBufferPointer<UInt16>
  ) {
    var size = 256
    while size < 4 * text.candidates.count { size *= 2 }
    keys.removeAll(keepingCapacity: size == keys.count)
    keys.append(contentsOf: repeatElement(0, count: size))
    lengths.removeAll(keepingCapacity: size == lengths.count)
    lengths.append(contentsOf: repeatElement(0, count: size))
    for candidate in text.candidates {
      let term = text.terms.terms[Int(candidate)]
      let key = Self.key(units, at: Int(term.start))
      let slot = slot(of: key)
      keys[slot] = key
      lengths[slot] |= 1 << UInt64(term.length)
    }
  }

  @inline(__always)
  private static func key(_ units: UnsafeBufferPointer<UInt16>, at index: Int) -> UInt32 {
    UInt32(units[index]) << 16 | UInt32(units[index + 1])
  }

  /// Where the key is, or would be.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 8) & (keys.count - 1)
    while lengths[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private func scan(_ units: UnsafeBufferPointer<UInt16>, _ text: inout KeywordText) {
    var counter = OccurrenceCounter()
    for block in text.blocks.indices {
      let end = Int(text.blocks[block].end)
      var start = Int(text.blocks[block].start)
      while start + 1 < end {
        let lengths = self.lengths[slot(of: Self.key(units, at: start))]
        if lengths != 0 {
          findAll(lengths, units, start..<end, block: block, &text, &counter)
        }
        start += 1
      }
    }
  }

  /// Finds the candidates of these lengths that stand at the start of `range`.
  private func findAll(
    _ lengths: UInt64, _ units: UnsafeBufferPointer<UInt16>, _ range: Range<Int>, block: Int,
    _ text: inout KeywordText, _ counter: inout OccurrenceCounter
  ) {
    let start = range.lowerBound
    if start > 0, CharacterClass(units[start]).isAlphanumeric,
      CharacterClass(units[start - 1]).isAlphanumeric
    {
      return
    }
    // Longest first, so that what lies within is found after what it lies in.
    var rest = lengths
    while rest != 0 {
      let length = 63 - rest.leadingZeroBitCount
      rest &= ~(1 << UInt64(length))
      let end = start + length
      if end > range.upperBound
        || end < range.upperBound && CharacterClass(units[end - 1]).isAlphanumeric
          && CharacterClass(units[end]).isAlphanumeric
      {
        continue
      }
      let part = UnsafeBufferPointer(rebasing: units[start..<end])
      guard let term = text.terms.find(part, hash: WordHash.of(part), in: units),
        text.terms.terms[Int(term)].isCandidate
      else { continue }
      counter.count(
        KeywordText.Occurrence(term: term, start: Int32(start), block: Int32(block)), in: &text)
    }
  }
}
