/// How often the strings of an inventory occur in a text, and in what form; exact, whatever the text was
/// divided into.
package struct StringCounts: Sendable {
  /// The figures of a candidate.
  struct Count: Hashable, Sendable {
    var occurrences: Int32 = 0
    var documents: Int32 = 0
    /// Occurrences that start and end where words do.
    var aligned: Int32 = 0
    /// By form.
    var words: Int32 = 0
    var phrases: Int32 = 0
    var proper: Int32 = 0
    var verbal: Int32 = 0
    var numeral: Int32 = 0
    var joined: Int32 = 0
    var nominal: Int32 = 0
    var suffixed: Int32 = 0
    var cut: Int32 = 0
    /// Occurrences whose first, or last, character is a word by itself.
    var loneFirst: Int32 = 0
    var loneLast: Int32 = 0
    /// Occurrences that follow punctuation or a function word, and that stand before either.
    var freeBefore: Int32 = 0
    var freeAfter: Int32 = 0
    /// Occurrences that follow a number.
    var counted: Int32 = 0
    /// Occurrences that are terms by what surrounds them.
    var quoted: Int32 = 0
    var persons: Int32 = 0
    var bodies: Int32 = 0
    /// The least rank of the documents that have it.
    var firstRank = Int32.max

    /// Occurrences in the form of a term.
    var possible: Int32 { formed + suffixed + cut }
    /// The same, of whole words.
    var formed: Int32 { words + phrases + proper + verbal + numeral + joined + nominal }
  }

  /// By candidate.
  private(set) var candidates: [Count]
  /// By length and number: occurrences of every string, parts included.
  private(set) var strings: [[Int32]]
  private(set) var before: NeighbourCounts
  private(set) var after: NeighbourCounts
  /// Characters of the text, gaps left out.
  private(set) var size: Int

  /// Counts an inventory's strings in a piece of text.
  ///
  /// Complexity: O(n) a length.
  ///
  /// - Parameter ranks: by document of the text, its place in the order of dates.
  init(of inventory: StringInventory, in text: CandidateText, ranks: ArraySlice<Int32>) {
    size = text.units.reduce(0) { $1 == CandidateText.gap ? $0 : $0 + 1 }
    candidates = Array(repeating: Count(), count: inventory.candidates.count)
    strings = inventory.levels.map { Array(repeating: 0, count: $0.parts.count) }
    before = NeighbourCounts()
    after = NeighbourCounts()
    // Neighbours are given in order of length, candidates are numbered in any.
    var order: [Int32] = []
    var scratch = NeighbourCounts.Scratch()
    let evidence = Dictionary(grouping: text.evidence, by: \.length)
    inventory.forEachLength(in: text.units) { length, positions, numbers in
      let level = inventory.levels[length]
      for position in positions { strings[length][Int(numbers[Int(position)])] += 1 }
      for found in evidence[Int32(length)] ?? [] {
        let number = numbers[Int(found.start)]
        guard number >= 0, level.candidates[Int(number)] >= 0 else { continue }
        let candidate = Int(level.candidates[Int(number)])
        switch found.kind {
        case .quoted: candidates[candidate].quoted += 1
        case .person: candidates[candidate].persons += 1
        case .body: candidates[candidate].bodies += 1
        }
      }
      let (sorted, starts) = Self.grouped(positions, numbers, level, counts: strings[length])
      for (number, candidate) in level.candidates.enumerated() where candidate >= 0 {
        let group = sorted[starts[number]..<starts[number + 1]]
        Self.count(group, length: length, text, ranks, into: &candidates[Int(candidate)])
        order.append(candidate)
        for position in group {
          scratch.add(position > 0 ? text.units[Int(position) - 1] : CandidateText.gap)
        }
        before.append(&scratch)
        for position in group {
          let next = Int(position) + length
          scratch.add(next < text.count ? text.units[next] : CandidateText.gap)
        }
        after.append(&scratch)
      }
    }
    before = before.reordered(order)
    after = after.reordered(order)
  }

  /// The positions of candidates by their numbers, ascending within each, and where those of each start.
  private static func grouped(
    _ positions: [Int32], _ numbers: UnsafeBufferPointer<Int32>, _ level: StringInventory.Level,
    counts: [Int32]
  ) -> (sorted: [Int32], starts: [Int]) {
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for (number, count) in counts.enumerated() {
      starts.append(starts[number] + (level.candidates[number] >= 0 ? Int(count) : 0))
    }
    var ends = starts
    var sorted = [Int32](repeating: 0, count: starts.last!)
    for position in positions {
      let number = Int(numbers[Int(position)])
      guard level.candidates[number] >= 0 else { continue }
      sorted[ends[number]] = position
      ends[number] += 1
    }
    return (sorted, starts)
  }

  private static func count(
    _ group: ArraySlice<Int32>, length: Int, _ text: CandidateText, _ ranks: ArraySlice<Int32>,
    into count: inout Count
  ) {
    var document: Int32 = -1
    for position in group {
      let range = Int(position)..<Int(position) + length
      count.occurrences += 1
      if text.documents[range.lowerBound] != document {
        document = text.documents[range.lowerBound]
        count.documents += 1
        count.firstRank = min(count.firstRank, ranks[ranks.startIndex + Int(document)])
      }
      let (first, last) = (text.marks[range.lowerBound], text.marks[range.upperBound - 1])
      if first.contains(.wordStart), last.contains(.wordEnd) { count.aligned += 1 }
      if first.isSuperset(of: [.wordStart, .wordEnd]) { count.loneFirst += 1 }
      if last.isSuperset(of: [.wordStart, .wordEnd]) { count.loneLast += 1 }
      if isNumber(range.lowerBound - 1, text) { count.counted += 1 }
      if isFree(range.lowerBound - 1, text, .closingWord) { count.freeBefore += 1 }
      if isFree(range.upperBound, text, .openingWord) { count.freeAfter += 1 }
      switch TermForm(of: range, in: text) {
      case .word: count.words += 1
      case .phrase: count.phrases += 1
      case .proper: count.proper += 1
      case .verbal: count.verbal += 1
      case .numeral: count.numeral += 1
      case .joined: count.joined += 1
      case .nominal: count.nominal += 1
      case .suffixed: count.suffixed += 1
      case .cut: count.cut += 1
      case .none: break
      }
    }
  }

  /// Whether what stands at a position is no word of a term: a gap, or the end or start of a function word.
  private static func isFree(_ position: Int, _ text: CandidateText, _ mark: CandidateText.Marks)
    -> Bool
  {
    guard position >= 0, position < text.count, text.units[position] != CandidateText.gap else {
      return true
    }
    let edge: CandidateText.Marks = mark == .closingWord ? .wordEnd : .wordStart
    return text.marks[position].contains(edge) && !text.marks[position].contains(mark)
  }

  /// Whether a number, in digits or in characters, is or may be at its end at a position.
  private static func isNumber(_ position: Int, _ text: CandidateText) -> Bool {
    guard position >= 0 else { return false }
    let unit = text.units[position]
    return text.marks[position].contains(.number) || CharacterClass(unit) == .digit
      || numerals.contains(unit)
  }

  private static let numerals = Set(FoldedText(Array("〇零一二三四五六七八九十百千萬億兩".utf16)).units)

  /// Adds the counts of the same inventory in other documents.
  mutating func add(_ other: StringCounts) {
    size += other.size
    for (number, count) in other.candidates.enumerated() { candidates[number].add(count) }
    for length in strings.indices {
      for number in strings[length].indices {
        strings[length][number] += other.strings[length][number]
      }
    }
    before = before.merged(with: other.before)
    after = after.merged(with: other.after)
  }
}

extension StringCounts.Count {
  fileprivate mutating func add(_ other: Self) {
    occurrences += other.occurrences
    documents += other.documents
    aligned += other.aligned
    words += other.words
    phrases += other.phrases
    proper += other.proper
    verbal += other.verbal
    numeral += other.numeral
    joined += other.joined
    nominal += other.nominal
    suffixed += other.suffixed
    cut += other.cut
    loneFirst += other.loneFirst
    loneLast += other.loneLast
    freeBefore += other.freeBefore
    freeAfter += other.freeAfter
    counted += other.counted
    quoted += other.quoted
    persons += other.persons
    bodies += other.bodies
    firstRank = min(firstRank, other.firstRank)
  }
}
