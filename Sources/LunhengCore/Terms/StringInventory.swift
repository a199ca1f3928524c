/// Strings, each numbered among those of its length, with all their parts: what is looked for in a text.
///
/// A string is known by the numbers of the two strings that are one character shorter, as in
/// `StringRefinement`, so that all occurrences of all strings are found a length at a time by integers.
struct StringInventory: Sendable {
  struct Level: Sendable {
    fileprivate var table = PairTable()
    /// The numbers of each string without its last and without its first character; of a string of one
    /// character, its unit twice.
    fileprivate(set) var parts: [(prefix: Int32, suffix: Int32)] = []
    /// By string, its number among the candidates; -1 for what is only a part of some.
    fileprivate(set) var candidates: [Int32] = []
  }

  /// By length; the first is empty.
  private(set) var levels: [Level] = [Level()]
  /// By candidate: its length, and its number among the strings of that length.
  private(set) var candidates: [(length: Int32, number: Int32)] = []

  /// Characters of the longest string.
  var maximumLength: Int { levels.count - 1 }

  // MARK: Inserting

  /// The number of the string that these two parts make, a new one if it is new.
  private mutating func insert(length: Int, _ prefix: Int32, _ suffix: Int32) -> Int32 {
    while levels.count <= length { levels.append(Level()) }
    let number = levels[length].table.insert(PairTable.key(prefix, suffix))
    if Int(number) == levels[length].parts.count {
      levels[length].parts.append((prefix, suffix))
      levels[length].candidates.append(-1)
    }
    return number
  }

  private mutating func makeCandidate(length: Int, _ number: Int32) -> Int32 {
    if levels[length].candidates[Int(number)] < 0 {
      levels[length].candidates[Int(number)] = Int32(candidates.count)
      candidates.append((Int32(length), number))
    }
    return levels[length].candidates[Int(number)]
  }

  /// Makes a string a candidate and gives its number.
  ///
  /// Complexity: O(n²) for n characters.
  @discardableResult
  mutating func insert(_ units: [UInt16]) -> Int32 {
    var numbers = units.map { insert(length: 1, Int32($0), Int32($0)) }
    for length in stride(from: 2, through: units.count, by: 1) {
      for start in 0...units.count - length {
        numbers[start] = insert(length: length, numbers[start], numbers[start + 1])
      }
    }
    return makeCandidate(length: units.count, numbers[0])
  }

  /// Inserts the strings that were mined in a piece of text.
  ///
  /// - Parameter body: gets a candidate's number and its occurrences in the piece.
  mutating func insert(_ mined: MinedStrings, _ body: (Int32, Int32) -> Void) {
    var shorter: [Int32] = []
    for (length, strings) in mined.levels.enumerated() where length > 0 {
      var numbers: [Int32] = []
      numbers.reserveCapacity(strings.count)
      for string in strings {
        let number =
          length == 1
          ? insert(length: 1, string.prefix, string.suffix)
          : insert(
            length: length, shorter[Int(string.prefix)], shorter[Int(string.suffix)])
        numbers.append(number)
        if string.possible > 0 {
          body(makeCandidate(length: length, number), string.possible)
        }
      }
      shorter = numbers
    }
  }

  /// The inventory of those candidates only that `keeps` accepts, with their parts.
  func filtered(_ keeps: (Int) -> Bool) -> StringInventory {
    var kept = StringInventory()
    for number in candidates.indices where keeps(number) { kept.insert(units(ofCandidate: number)) }
    return kept
  }

  // MARK: Reading

  /// The characters of a candidate.
  func units(ofCandidate number: Int) -> [UInt16] {
    let candidate = candidates[number]
    return units(length: Int(candidate.length), candidate.number)
  }

  private func units(length: Int, _ number: Int32) -> [UInt16] {
    var units = [UInt16](repeating: 0, count: length)
    var prefix = number
    for end in stride(from: length, through: 1, by: -1) {
      var last = prefix
      for part in stride(from: end, through: 2, by: -1) {
        last = levels[part].parts[Int(last)].suffix
      }
      units[end - 1] = UInt16(levels[1].parts[Int(last)].prefix)
      prefix = levels[end].parts[Int(prefix)].prefix
    }
    return units
  }

  /// Calls `body` with length and number of every shorter string of two characters and more within a
  /// candidate, once for each place.
  func forEachPart(ofCandidate number: Int, _ body: (Int, Int) -> Void) {
    let candidate = candidates[number]
    let length = Int(candidate.length)
    var prefix = candidate.number
    for end in stride(from: length, through: 2, by: -1) {
      var part = prefix
      for inner in stride(from: end, through: 2, by: -1) {
        if inner < length { body(inner, Int(part)) }
        part = levels[inner].parts[Int(part)].suffix
      }
      prefix = levels[end].parts[Int(prefix)].prefix
    }
  }

  /// The candidates that a candidate is made of, two and two, each of at least so many characters.
  func splits(ofCandidate number: Int, least: Int) -> [(head: Int, tail: Int)] {
    let candidate = candidates[number]
    let length = Int(candidate.length)
    // By length, the strings at its start and at its end.
    var heads = [Int32](repeating: candidate.number, count: length + 1)
    var tails = heads
    for part in stride(from: length, to: least, by: -1) {
      heads[part - 1] = levels[part].parts[Int(heads[part])].prefix
      tails[part - 1] = levels[part].parts[Int(tails[part])].suffix
    }
    return stride(from: least, through: length - least, by: 1).compactMap { part in
      let head = levels[part].candidates[Int(heads[part])]
      let tail = levels[length - part].candidates[Int(tails[length - part])]
      return head >= 0 && tail >= 0 ? (Int(head), Int(tail)) : nil
    }
  }

  // MARK: Finding

  /// Calls `body` for each length in turn with the numbers of the strings of that length.
  ///
  /// Complexity: O(n) a length, and less the fewer positions are left.
  ///
  /// - Parameter body: gets the length, the positions at which some string of it starts, ascending, and by
  ///   position of the text the number of the string, -1 for none.
  func forEachLength(
    in units: [UInt16], _ body: (Int, [Int32], UnsafeBufferPointer<Int32>) -> Void
  ) {
    guard maximumLength >= 1 else { return }
    var firsts = [Int32](repeating: -1, count: 1 << 16)
    for (number, part) in levels[1].parts.enumerated() { firsts[Int(part.prefix)] = Int32(number) }
    var positions: [Int32] = []
    var numbers = [Int32](repeating: -1, count: units.count + 1)
    for (position, unit) in units.enumerated() where firsts[Int(unit)] >= 0 {
      numbers[position] = firsts[Int(unit)]
      positions.append(Int32(position))
    }
    numbers.withUnsafeMutableBufferPointer { numbers in
      body(1, positions, UnsafeBufferPointer(numbers))
      for length in stride(from: 2, through: maximumLength, by: 1) {
        let table = levels[length].table
        var kept = 0
        for position in positions {
          let place = Int(position)
          // What stands at the next position is not yet of this length.
          let suffix = numbers[place + 1]
          numbers[place] =
            suffix < 0 ? -1 : table.number(of: PairTable.key(numbers[place], suffix))
          if numbers[place] >= 0 {
            positions[kept] = position
            kept += 1
          }
        }
        positions.removeLast(positions.count - kept)
        body(length, positions, UnsafeBufferPointer(numbers))
      }
    }
  }
}
