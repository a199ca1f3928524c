/// Groups the positions of a text by the string that starts there, a length at a time, as far as strings
/// recur.
///
/// Strings of n characters are told apart by the groups of their two parts of n − 1 characters, so that
/// no characters are ever compared (Karp, Miller and Rosenberg, "Rapid identification of repeated
/// patterns in strings, trees and arrays", 1972); a string can recur only if both parts do (the Apriori
/// principle: Agrawal and Srikant, "Fast algorithms for mining association rules", 1994).
///
/// ```swift
/// var strings = StringRefinement(units, minimumCount: 3)
/// while strings.groupCount > 0 {
///   for group in 0..<strings.groupCount { use(strings.positions(of: group)) }
///   strings.extend()
/// }
/// ```
struct StringRefinement {
  /// Characters of the strings.
  private(set) var length = 1
  private let minimumCount: Int
  /// Positions, by group and then ascending.
  private var order: [Int32] = []
  /// Where each group starts in `order`, and the end of the last.
  private var starts: [Int32] = [0]
  /// By position, the number of its group; -1 where the string does not recur.
  private var numbers: [Int32]
  /// By group, those of the string without its last and without its first character, among the groups of
  /// the length before.
  private(set) var parts: [(prefix: Int32, suffix: Int32)] = []

  /// The strings of one character, in order of the characters.
  ///
  /// Complexity: O(n).
  ///
  /// - Parameters:
  ///   - units: `CandidateText.gap` stands for the end of a string.
  ///   - minimumCount: occurrences of a string that recurs.
  init(_ units: [UInt16], minimumCount: Int) {
    self.minimumCount = minimumCount
    numbers = [Int32](repeating: -1, count: units.count + 1)
    var ends = [Int32](repeating: 0, count: 1 << 16)
    for unit in units { ends[Int(unit)] += 1 }
    ends[Int(CandidateText.gap)] = 0
    // By unit, the place of its next position; -1 for none.
    var total: Int32 = 0
    for unit in ends.indices {
      let count = ends[unit]
      guard count >= minimumCount, count > 0 else {
        ends[unit] = -1
        continue
      }
      ends[unit] = total
      total += count
      starts.append(total)
      parts.append((Int32(unit), Int32(unit)))
    }
    order = [Int32](repeating: 0, count: Int(total))
    for (position, unit) in units.enumerated() where ends[Int(unit)] >= 0 {
      order[Int(ends[Int(unit)])] = Int32(position)
      ends[Int(unit)] += 1
    }
    number()
  }

  var groupCount: Int { starts.count - 1 }

  /// Where a string occurs, ascending.
  func positions(of group: Int) -> ArraySlice<Int32> {
    order[Int(starts[group])..<Int(starts[group + 1])]
  }

  /// Goes on to strings of one more character, in order of prefix and then of suffix.
  ///
  /// Complexity: O(n) for the n positions at which strings of this length recur.
  mutating func extend() {
    // Counting sort by the prefix of what is in order of the suffix, and so of position.
    var ends = [Int32](repeating: 0, count: groupCount + 1)
    for suffix in order where suffix > 0 {
      let prefix = numbers[Int(suffix) - 1]
      if prefix >= 0 { ends[Int(prefix)] += 1 }
    }
    var total: Int32 = 0
    for group in ends.indices {
      let count = ends[group]
      ends[group] = total
      total += count
    }
    var sorted = [Int32](repeating: 0, count: Int(total))
    for suffix in order where suffix > 0 {
      let prefix = numbers[Int(suffix) - 1]
      guard prefix >= 0 else { continue }
      sorted[Int(ends[Int(prefix)])] = suffix - 1
      ends[Int(prefix)] += 1
    }
    keepRecurring(sorted)
    length += 1
  }

  private mutating func keepRecurring(_ sorted: [Int32]) {
    var kept: [Int32] = []
    var keptStarts: [Int32] = [0]
    var keptParts: [(prefix: Int32, suffix: Int32)] = []
    var start = 0
    while start < sorted.count {
      let prefix = numbers[Int(sorted[start])]
      let suffix = numbers[Int(sorted[start]) + 1]
      var end = start + 1
      while end < sorted.count, numbers[Int(sorted[end])] == prefix,
        numbers[Int(sorted[end]) + 1] == suffix
      {
        end += 1
      }
      if end - start >= minimumCount {
        kept += sorted[start..<end]
        keptStarts.append(Int32(kept.count))
        keptParts.append((prefix, suffix))
      }
      start = end
    }
    for position in order { numbers[Int(position)] = -1 }
    order = kept
    starts = keptStarts
    parts = keptParts
    number()
  }

  private mutating func number() {
    for group in 0..<groupCount {
      for place in Int(starts[group])..<Int(starts[group + 1]) {
        numbers[Int(order[place])] = Int32(group)
      }
    }
  }
}
