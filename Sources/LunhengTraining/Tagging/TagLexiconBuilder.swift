import LunhengCore

/// Fills the cells that `TagLexicon` describes, by peeling: a cell that only one word has is settled last.
enum TagLexiconBuilder {
  /// - Parameter entries: distinct hashes, at most `TagLexicon.mostWords`.
  /// - Returns: the bytes of the section.
  static func bytes(_ entries: [(hash: UInt64, lexiconClass: UInt8)]) -> [UInt8] {
    precondition(entries.count <= TagLexicon.mostWords, "more words than a filter can hold")
    let third = max(16, (entries.count * 123 / 100 + 32) / 3)
    var generator = SplitMix64(state: 1)
    while true {
      let seed = generator.next()
      if let cells = cells(entries, seed: seed, third: third) {
        return withUnsafeBytes(of: seed.littleEndian) { Array($0) }
          + cells.withUnsafeBytes { Array($0) }
      }
    }
  }

  /// The cells, or nil if some words cannot be told apart under this seed.
  private static func cells(
    _ entries: [(hash: UInt64, lexiconClass: UInt8)], seed: UInt64, third: Int
  ) -> [UInt16]? {
    func places(_ entry: Int) -> [Int] {
      let place = TagLexicon.cells(entries[entry].hash, seed: seed, third: UInt64(third))
      return [place.first, place.second, place.last]
    }
    // Of the words that have a cell, their number and the exclusive or of their indices.
    var counts = [Int32](repeating: 0, count: 3 * third)
    var mixed = [Int](repeating: 0, count: 3 * third)
    for entry in entries.indices {
      for place in places(entry) {
        counts[place] += 1
        mixed[place] ^= entry
      }
    }
    var order: [(entry: Int, place: Int)] = []
    var alone = counts.indices.filter { counts[$0] == 1 }
    while let place = alone.popLast() {
      guard counts[place] == 1 else { continue }
      let entry = mixed[place]
      order.append((entry, place))
      for place in places(entry) {
        counts[place] -= 1
        mixed[place] ^= entry
        if counts[place] == 1 { alone.append(place) }
      }
    }
    guard order.count == entries.count else { return nil }
    var cells = [UInt16](repeating: 0, count: 3 * third)
    for (entry, place) in order.reversed() {
      let word = entries[entry]
      let check = TagLexicon.cells(word.hash, seed: seed, third: UInt64(third)).check
      cells[place] = places(entry).reduce(check | UInt16(word.lexiconClass)) { $0 ^ cells[$1] }
    }
    return cells
  }
}
