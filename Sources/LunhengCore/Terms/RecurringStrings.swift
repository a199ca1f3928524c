import RealModule

/// All strings of a text that recur, by length, with what surrounds them.
///
/// A string is known by the numbers of the two strings that are one character shorter: see
/// `StringRefinement`.
struct RecurringStrings {
  struct Entry {
    /// The numbers of the string without its last and without its first character, among those that are
    /// one shorter.
    var prefix: Int32
    var suffix: Int32
    var count: Int32
    var documents: Int32
    /// Where it occurs first.
    var first: Int32
    /// Where it is first printed as it mostly is.
    var typical: Int32
    /// Occurrences that start and end with words.
    var aligned: Int32 = 0
    /// Of these, the ones that are a term by their words: see `CandidateMiner`.
    var wellFormed: Int32 = 0
    /// Aligned occurrences whose last word is what segmentation may have cut off a term: 房委|會.
    var suffixed: Int32 = 0
    /// Aligned occurrences at the start of which a phrase may start: after punctuation or a function word.
    var free: Int32 = 0
    /// Occurrences that cut neither a number nor a Latin word.
    var whole: Int32 = 0
    /// What stands before and after it.
    var before = Neighbours()
    var after = Neighbours()
  }

  /// The characters on one side of a string. A gap is a character of its own each time.
  struct Neighbours {
    /// How freely they vary: branching entropy in nats (Jin and Tanaka-Ishii, "Unsupervised segmentation
    /// of Chinese text by use of branching entropy", 2006).
    var entropy = 0.0
    /// The share of the commonest.
    var greatestShare = 0.0
  }

  /// By length, from 1; index 0 is empty.
  private(set) var byLength: [[Entry]] = [[]]
  /// Characters of the text, gaps left out.
  let size: Int

  /// Complexity: O(n) a length, and less the fewer strings recur.
  init(_ text: CandidateText, lengths: Int, minimumCount: Int) {
    size = text.units.reduce(0) { $1 == CandidateText.gap ? $0 : $0 + 1 }
    var strings = StringRefinement(text.units, minimumCount: minimumCount)
    while true {
      byLength.append(
        (0..<strings.groupCount).map {
          Self.entry(
            of: strings.positions(of: $0), strings.parts[$0], length: strings.length, text)
        })
      if strings.groupCount == 0 || strings.length >= lengths { break }
      strings.extend()
    }
  }

  private static func entry(
    of group: ArraySlice<Int32>, _ parts: (prefix: Int32, suffix: Int32), length: Int,
    _ text: CandidateText
  ) -> Entry {
    var entry = Entry(
      prefix: parts.prefix, suffix: parts.suffix, count: Int32(group.count), documents: 0,
      first: group.first!, typical: group.first!)
    guard length > 1 else { return entry }
    entry.typical = typical(of: group, length: length, text)
    var document: Int32 = -1
    for position in group {
      let range = Int(position)..<Int(position) + length
      if text.documents[range.lowerBound] != document {
        document = text.documents[range.lowerBound]
        entry.documents += 1
      }
      let first = text.marks[range.lowerBound]
      let last = text.marks[range.upperBound - 1]
      guard first.contains(.opening), last.contains(.closing) else { continue }
      entry.whole += 1
      guard first.contains(.wordStart), last.contains(.wordEnd) else { continue }
      entry.aligned += 1
      if range.lowerBound == 0
        || !text.marks[range.lowerBound - 1].contains(.closingWord)
      {
        entry.free += 1
      }
      switch CandidateMiner.form(of: range, in: text) {
      case .term: entry.wellFormed += 1
      case .suffixed: entry.suffixed += 1
      case .none: break
      }
    }
    entry.before = Neighbours(
      group.map { $0 > 0 ? text.units[Int($0) - 1] : CandidateText.gap })
    entry.after = Neighbours(
      group.map {
        let next = Int($0) + length
        return next < text.count ? text.units[next] : CandidateText.gap
      })
    return entry
  }

  /// The first occurrence of the commonest printed form; of equals that of the first by units.
  private static func typical(
    of group: ArraySlice<Int32>, length: Int, _ text: CandidateText
  ) -> Int32 {
    func form(_ position: Int32) -> ArraySlice<UInt16> {
      text.printed[Int(position)..<Int(position) + length]
    }
    let first = group.first!
    let units = form(first)
    if group.allSatisfy({ form($0) == units }) { return first }
    var forms: [ArraySlice<UInt16>: (count: Int, position: Int32)] = [:]
    for position in group { forms[form(position), default: (0, position)].count += 1 }
    return forms.min {
      $0.value.count != $1.value.count
        ? $0.value.count > $1.value.count : $0.key.lexicographicallyPrecedes($1.key)
    }!.value.position
  }

  /// The least pointwise mutual information, in nats, of the two parts that the string can be cut into
  /// (Church and Hanks, "Word association norms, mutual information, and lexicography", 1990).
  func cohesion(of number: Int, length: Int) -> Double {
    let count = Double(byLength[length][number].count)
    var prefixes: [Int32] = []
    var suffixes: [Int32] = []
    var prefix = Int32(number)
    var suffix = Int32(number)
    for part in stride(from: length, to: 1, by: -1) {
      prefix = byLength[part][Int(prefix)].prefix
      suffix = byLength[part][Int(suffix)].suffix
      prefixes.append(byLength[part - 1][Int(prefix)].count)
      suffixes.append(byLength[part - 1][Int(suffix)].count)
    }
    // prefixes[i] has length - 1 - i characters and goes with the suffix of i + 1.
    var least = Double.infinity
    for index in prefixes.indices {
      let expected =
        Double(prefixes[index]) * Double(suffixes[suffixes.count - 1 - index]) / Double(size)
      least = min(least, .log(count / expected))
    }
    return least
  }

  /// Calls `body` with length and number of every shorter string of two characters and more within this
  /// one; some more than once.
  func forEachPart(of number: Int, length: Int, _ body: (Int, Int) -> Void) {
    var prefix = Int32(number)
    for end in stride(from: length, through: 2, by: -1) {
      var part = prefix
      for inner in stride(from: end, through: 2, by: -1) {
        if inner < length { body(inner, Int(part)) }
        part = byLength[inner][Int(part)].suffix
      }
      prefix = byLength[end][Int(prefix)].prefix
    }
  }
}

extension RecurringStrings.Neighbours {
  /// - Parameter units: the unit at each occurrence.
  init(_ units: [UInt16]) {
    let sorted = units.sorted()
    var sum = 0.0
    var greatest = 1
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      if sorted[start] != CandidateText.gap {
        sum += Double(end - start) * .log(Double(end - start))
        greatest = max(greatest, end - start)
      }
      start = end
    }
    entropy = .log(Double(units.count)) - sum / Double(units.count)
    greatestShare = Double(greatest) / Double(units.count)
  }
}
