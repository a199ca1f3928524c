/// The strings of a piece of text that may be terms, with all their parts.
package struct MinedStrings: Sendable {
  struct Entry: Sendable {
    /// The numbers of its parts among the strings that are one shorter; of a string of one character, its
    /// unit twice.
    var prefix: Int32
    var suffix: Int32
    /// Occurrences whose form is that of a term; 0 of a string that is only a part of some.
    var possible: Int32
  }

  /// By length; the first is empty.
  private(set) var levels: [[Entry]] = [[]]
  /// What is a term by what surrounds it, and how often it is that, by folded units.
  private(set) var evidence: [[UInt16]: Int32] = [:]

  /// Mines a piece of text.
  ///
  /// Complexity: O(n) a length.
  ///
  /// - Parameters:
  ///   - threshold: occurrences, in the form of a term, that a string must have in this piece.
  ///   - lengths: characters of the longest string.
  package init(of text: CandidateText, threshold: Int, lengths: Int) {
    for range in text.evidence.map(\.range) { evidence[Array(text.units[range]), default: 0] += 1 }
    var strings = StringRefinement(text.units, minimumCount: threshold)
    while strings.groupCount > 0, strings.length <= lengths {
      let length = strings.length
      levels.append(
        (0..<strings.groupCount).map { group in
          var possible: Int32 = 0
          if length > 1 {
            for position in strings.positions(of: group) {
              let range = Int(position)..<Int(position) + length
              if TermForm(of: range, in: text) != .none { possible += 1 }
            }
          }
          return Entry(
            prefix: strings.parts[group].prefix, suffix: strings.parts[group].suffix,
            possible: possible >= threshold ? possible : 0)
        })
      strings.extend()
    }
    dropUnneeded()
  }

  /// Drops what is neither a candidate nor part of one.
  private mutating func dropUnneeded() {
    var isNeeded = levels.map { $0.map { $0.possible > 0 } }
    for length in stride(from: levels.count - 1, through: 2, by: -1) {
      for (number, string) in levels[length].enumerated() where isNeeded[length][number] {
        isNeeded[length - 1][Int(string.prefix)] = true
        isNeeded[length - 1][Int(string.suffix)] = true
      }
    }
    var shorter: [Int32] = []
    for length in levels.indices {
      var numbers = [Int32](repeating: -1, count: levels[length].count)
      var kept: [Entry] = []
      for (number, string) in levels[length].enumerated() where isNeeded[length][number] {
        numbers[number] = Int32(kept.count)
        kept.append(string)
        if length > 1 {
          kept[kept.count - 1].prefix = shorter[Int(string.prefix)]
          kept[kept.count - 1].suffix = shorter[Int(string.suffix)]
        }
      }
      levels[length] = kept
      shorter = numbers
    }
    while levels.count > 1, levels.last!.isEmpty { levels.removeLast() }
  }
}
