/// Words that a document itself gives away: the names of its authors, and short terms that it puts
/// between 「」, 『』, 《》 or 〈〉.
///
/// Where the model wavers they tip the balance in the rest of that document, and nowhere else: what
/// other documents hold, or were segmented before, does not matter.
struct DocumentNames: Sendable {
  /// Distinct, in order of finding.
  private(set) var words: [[UInt16]] = []

  /// Lengths of terms between marks; longer ones are clauses and titles of several words.
  private static let lengths = 2...6
  /// A document that quotes more different terms than this is a list of something.
  private static let most = 64

  mutating func insert(_ word: some Collection<UInt16>) {
    guard words.count < Self.most, !words.contains(where: { $0.elementsEqual(word) }) else {
      return
    }
    words.append(Array(word))
  }

  /// Inserts the names of authors that are Chinese: two to four ideographs, spaces aside.
  mutating func insert(authors: [String]) {
    for author in authors {
      let units = author.utf16.filter { CharacterClass($0) != .space }
      if (2...4).contains(units.count), units.allSatisfy({ CharacterClass($0) == .han }) {
        insert(units)
      }
    }
  }

  /// The ranges between a pair of marks that hold a few ideographs and nothing else.
  static func quoted(in units: UnsafeBufferPointer<UInt16>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (index, unit) in units.enumerated() {
      // 〈〉《》「」『』: U+3008 to U+300F, an opening mark even, its closing one next to it.
      if unit & 0xFFF8 == 0x3008 {
        if unit & 1 == 0 {
          start = index
        } else if let opened = start {
          if units[opened] + 1 == unit, lengths.contains(index - opened - 1) {
            ranges.append(opened + 1..<index)
          }
          start = nil
        }
      } else if start != nil, CharacterClass(unit) != .han {
        start = nil
      }
    }
    return ranges
  }

  /// Where the words stand in `units`; they may overlap.
  func occurrences(in units: UnsafeBufferPointer<UInt16>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for word in words where word.count <= units.count {
      for start in 0...units.count - word.count
      where units[start] == word[0] && units[start..<start + word.count].elementsEqual(word) {
        ranges.append(start..<start + word.count)
      }
    }
    return ranges
  }
}
