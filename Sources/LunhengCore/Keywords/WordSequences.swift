import RealModule

/// All sequences of one to four words of a document between stop words and punctuation, each counted, with
/// what stands beside it.
///
/// A sequence is found by the one without its last word and that word, so that no characters are hashed or
/// copied. Meant to be reused.
struct WordSequences {
  static let mostWords = 4
  /// Folded units. Longer ones are no terms, unless they are of letters.
  static let longest: Int32 = 12

  struct Entry {
    /// The sequence without its last word, and without its first; -1 for single words.
    var prefix: Int32
    var suffix: Int32
    /// Where it first stands, in `KeywordText.words`.
    var first: Int32
    var last: Int32
    var words: Int32
    var count: Int32 = 0
    /// Where it first stands in the body of the text, in units of the body; -1 if only in the title.
    var position: Int32 = -1
    var isInTitle = false
    var blocks: Int32 = 0
    var lastBlock: Int32 = -1
    /// Occurrences beside punctuation and beside stop words.
    var leftBreaks: Int32 = 0
    var leftStops: Int32 = 0
    var rightBreaks: Int32 = 0
    var rightStops: Int32 = 0
    /// Distinct words that go on with it, and the occurrences of the commonest sequence that does.
    var leftKinds: Int32 = 0
    var rightKinds: Int32 = 0
    var longer: Int32 = 0
  }

  private(set) var entries: [Entry] = []
  /// Units in the body of the text.
  private(set) var bodyLength: Int32 = 0
  /// Units of title and body.
  private(set) var length: Int32 = 0
  /// Entry numbers by hash of prefix and word; -1 where free. Its size is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 1024)
  /// By block, units of the body before it.
  private var bases: [Int32] = []

  /// Counts the sequences of a document in place of those there were.
  ///
  /// Complexity: O(n).
  mutating func count(_ text: borrowing KeywordText) {
    entries.removeAll(keepingCapacity: true)
    let size = slots.count > 1 << 14 ? 1024 : slots.count
    slots.removeAll(keepingCapacity: size == slots.count)
    slots.append(contentsOf: repeatElement(-1, count: size))
    measure(text)
    // From the end, so that a sequence's suffix is there before it.
    var later = (Int32(-1), Int32(-1), Int32(-1), Int32(-1))
    for start in text.words.indices.reversed() {
      var row = (Int32(-1), Int32(-1), Int32(-1), Int32(-1))
      if Self.isJoinable(start, text) {
        row.0 = add(start, start, prefix: -1, suffix: -1, text)
        if let end = Self.next(start, after: start, text) {
          row.1 = add(start, end, prefix: row.0, suffix: later.0, text)
          // Without its first word, of letters, it may be too long.
          if later.1 >= 0, let end = Self.next(start, after: end, text) {
            row.2 = add(start, end, prefix: row.1, suffix: later.1, text)
            if later.2 >= 0, let end = Self.next(start, after: end, text) {
              row.3 = add(start, end, prefix: row.2, suffix: later.2, text)
            }
          }
        }
      }
      later = row
    }
    for index in entries.indices where entries[index].words > 1 {
      let entry = entries[index]
      entries[Int(entry.prefix)].rightKinds += 1
      entries[Int(entry.prefix)].longer = max(entries[Int(entry.prefix)].longer, entry.count)
      entries[Int(entry.suffix)].leftKinds += 1
      entries[Int(entry.suffix)].longer = max(entries[Int(entry.suffix)].longer, entry.count)
    }
  }

  /// The sequence of these words; nil if they are too many, or not all joinable.
  func find(_ words: Range<Int32>, in text: borrowing KeywordText) -> Int? {
    guard words.count <= Self.mostWords else { return nil }
    var found: Int32 = -1
    for word in words {
      found = slots[slot(prefix: found, word: text.words[Int(word)].term, text)]
      if found < 0 { return nil }
    }
    return Int(found)
  }

  private mutating func measure(_ text: borrowing KeywordText) {
    bases.removeAll(keepingCapacity: true)
    bodyLength = 0
    length = 0
    for block in text.blocks {
      bases.append(bodyLength)
      length += block.end - block.start
      if block.role != .title { bodyLength += block.end - block.start }
    }
  }

  private static func isJoinable(_ word: Int, _ text: borrowing KeywordText) -> Bool {
    let term = text.words[word].term
    return term != KeywordText.boundary && text.terms.terms[Int(term)].role != .stop
  }

  /// The word behind `last` if the sequence from `start` may go on with it.
  private static func next(_ start: Int, after last: Int, _ text: borrowing KeywordText) -> Int? {
    let next = last + 1
    guard next < text.words.count, isJoinable(next, text) else { return nil }
    let begin = text.words[start].start
    let isLatin = CharacterClass(text.units[Int(begin)]) == .letter
    guard
      text.words[next].end - begin <= (isLatin ? Int32(KeywordText.longestCandidate) : longest)
    else { return nil }
    return next
  }

  private mutating func add(
    _ first: Int, _ last: Int, prefix: Int32, suffix: Int32, _ text: borrowing KeywordText
  ) -> Int32 {
    let slot = slot(prefix: prefix, word: text.words[last].term, text)
    var number = slots[slot]
    if number < 0 {
      number = Int32(entries.count)
      slots[slot] = number
      entries.append(
        Entry(
          prefix: prefix, suffix: suffix, first: 0, last: 0, words: Int32(last - first + 1)))
    }
    Self.note(first, last, &entries[Int(number)], bases: bases, text)
    if entries.count * 2 > slots.count { grow(text) }
    return number
  }

  // Static, because a method would copy all entries to have one of them changed.
  private static func note(
    _ first: Int, _ last: Int, _ entry: inout Entry, bases: [Int32], _ text: borrowing KeywordText
  ) {
    entry.first = Int32(first)
    entry.last = Int32(last)
    entry.count += 1
    let block = text.sentences[Int(text.words[first].sentence)].block
    if text.blocks[Int(block)].role == .title {
      entry.isInTitle = true
    } else {
      entry.position = bases[Int(block)] + text.words[first].start - text.blocks[Int(block)].start
    }
    if entry.lastBlock != block {
      entry.lastBlock = block
      entry.blocks += 1
    }
    if first == 0 || text.words[first - 1].term == KeywordText.boundary {
      entry.leftBreaks += 1
    } else if !isJoinable(first - 1, text) {
      entry.leftStops += 1
    }
    if last + 1 == text.words.count || text.words[last + 1].term == KeywordText.boundary {
      entry.rightBreaks += 1
    } else if !isJoinable(last + 1, text) {
      entry.rightStops += 1
    }
  }

  /// Where the sequence is, or would be.
  @inline(__always)
  private func slot(prefix: Int32, word: Int32, _ text: borrowing KeywordText) -> Int {
    let key = UInt64(UInt32(bitPattern: prefix)) << 32 | UInt64(UInt32(bitPattern: word))
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.prefix == prefix, text.words[Int(entry.last)].term == word { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow(_ text: borrowing KeywordText) {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      slots[slot(prefix: entry.prefix, word: text.words[Int(entry.last)].term, text)] =
        Int32(number)
    }
  }
}
