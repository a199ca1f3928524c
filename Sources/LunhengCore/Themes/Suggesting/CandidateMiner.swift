/// Finds the strings of a text that may be terms: words, phrases of up to four words, and strings that
/// hold together although segmentation cuts them.
public struct CandidateMiner: Sendable {
  /// Occurrences, and documents, that a candidate must have.
  public var minimumCount = 4
  public var minimumDocuments = 3
  /// Characters of the longest candidate.
  public var maximumLength = 10
  /// A candidate that occurs within one longer one at least this often says nothing that the longer
  /// one does not.
  public var nestedShare = 0.8
  /// How closely the parts of a phrase must hold together, in nats of mutual information.
  public var phraseCohesion = 1.5
  /// The same for a string that segmentation cuts, and the entropy that it needs on either side.
  public var stringCohesion = 3.0
  public var stringEntropy = 1.0

  /// Words of the longest phrase.
  static let mostWords = 4

  public init() {}

  /// The candidates, by length and then by folded units.
  ///
  /// Complexity: O(n log n) for n characters.
  public func candidates(in text: CandidateText) -> [CandidateTerm] {
    let strings = RecurringStrings(text, lengths: maximumLength, minimumCount: minimumCount)
    var accepted = strings.byLength.indices.map { length in
      strings.byLength[length].indices.map { isTerm($0, length: length, strings, text) }
    }
    dropNested(&accepted, strings)
    var terms: [CandidateTerm] = []
    for length in accepted.indices {
      for number in accepted[length].indices where accepted[length][number] {
        let entry = strings.byLength[length][number]
        let range = Int(entry.typical)..<Int(entry.typical) + length
        terms.append(
          CandidateTerm(
            text: text.surface(range), folded: Array(text.units[range]), count: Int(entry.count),
            documents: Int(entry.documents), aligned: Int(entry.aligned)))
      }
    }
    return terms.sorted {
      $0.folded.count != $1.folded.count
        ? $0.folded.count < $1.folded.count : $0.folded.lexicographicallyPrecedes($1.folded)
    }
  }

  private func isTerm(
    _ number: Int, length: Int, _ strings: RecurringStrings, _ text: CandidateText
  ) -> Bool {
    guard length >= 2 else { return false }
    let entry = strings.byLength[length][number]
    guard entry.documents >= minimumDocuments, entry.whole * 2 > entry.count else { return false }
    let range = Int(entry.first)..<Int(entry.first) + length
    let isFormed = entry.wellFormed * 2 > entry.count
    if isFormed, Self.isWord(range, in: text) { return true }
    // What nearly always has the same neighbour is a part of something longer.
    guard max(entry.before.greatestShare, entry.after.greatestShare) < nestedShare else {
      return false
    }
    // So is what starts with a word of one character, but hardly ever after punctuation or a function
    // word: (屋)邨|居民.
    if entry.aligned * 2 > entry.count, entry.free * 10 < entry.count,
      text.marks[range.lowerBound].isSuperset(of: [.wordStart, .wordEnd])
    {
      return false
    }
    let hasContent = range.contains { text.marks[$0].contains(.content) }
    if isFormed && hasContent
      || entry.suffixed * 2 > entry.count && completes(entry, length, strings)
    {
      return strings.cohesion(of: number, length: length) >= phraseCohesion
    }
    // Made of words, and yet no term: it starts or ends with a word that none does.
    if entry.aligned * 2 > entry.count, !isFormed { return false }
    return length <= 6 && min(entry.before.entropy, entry.after.entropy) >= stringEntropy
      && strings.cohesion(of: number, length: length) >= stringCohesion
  }

  /// Whether what stands before the last character hardly ever stands without it.
  private func completes(
    _ entry: RecurringStrings.Entry, _ length: Int, _ strings: RecurringStrings
  ) -> Bool {
    let stem = strings.byLength[length - 1][Int(entry.prefix)]
    return Double(entry.count) >= nestedShare * Double(stem.count)
  }

  /// Drops candidates that nearly always occur within a longer one.
  private func dropNested(_ accepted: inout [[Bool]], _ strings: RecurringStrings) {
    for length in accepted.indices.reversed() {
      for number in accepted[length].indices where accepted[length][number] {
        let count = Double(strings.byLength[length][number].count)
        strings.forEachPart(of: number, length: length) { inner, part in
          if count >= nestedShare * Double(strings.byLength[inner][part].count) {
            accepted[inner][part] = false
          }
        }
      }
    }
  }

  private static func isWord(_ range: Range<Int>, in text: CandidateText) -> Bool {
    text.marks[range.lowerBound].contains(.wordStart)
      && range.dropFirst().allSatisfy { !text.marks[$0].contains(.wordStart) }
      && text.marks[range.upperBound - 1].contains(.wordEnd)
  }

  enum Form {
    case term
    /// It would be one but for a last word that may be a cut-off suffix.
    case suffixed
    case none
  }

  /// Whether the words of an aligned occurrence make a term: one that may be one by itself, or a few of
  /// which neither the first nor the last is a function word.
  static func form(of range: Range<Int>, in text: CandidateText) -> Form {
    let first = text.marks[range.lowerBound]
    let last = text.marks[range.upperBound - 1]
    var words = 0
    var breaks = 0
    for index in range where text.marks[index].contains(.wordStart) {
      if !text.marks[index].contains(.connector) { words += 1 }
      if text.marks[index].contains(.breakingWord) { breaks += 1 }
    }
    if words == 1, first.contains(.content), breaks == 0, isWord(range, in: text) { return .term }
    guard words >= 2, words <= mostWords, first.contains(.openingWord) else { return .none }
    if last.contains(.suffix) { return breaks == 1 ? .suffixed : .none }
    return breaks == 0 && last.contains(.closingWord) ? .term : .none
  }
}
