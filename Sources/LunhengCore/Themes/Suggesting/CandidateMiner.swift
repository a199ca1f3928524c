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
        let range = Int(entry.first)..<Int(entry.first) + length
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
    if entry.wellFormed * 2 > entry.count {
      let range = Int(entry.first)..<Int(entry.first) + length
      if Self.isWord(range, in: text) { return true }
      if range.contains(where: { text.marks[$0].contains(.content) }) {
        return strings.cohesion(of: number, length: length) >= phraseCohesion
      }
    } else if entry.aligned * 2 > entry.count {
      // Made of words, and yet no term: it starts or ends with a word that none does.
      return false
    }
    guard length <= 6 else { return false }
    return min(entry.before, entry.after) >= stringEntropy
      && strings.cohesion(of: number, length: length) >= stringCohesion
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

  /// Whether the words of an aligned occurrence make a term: one that may be one by itself, or a few of
  /// which neither the first nor the last is a function word.
  static func isWellFormed(_ range: Range<Int>, in text: CandidateText) -> Bool {
    let words = range.reduce(0) { $0 + (text.marks[$1].contains(.wordStart) ? 1 : 0) }
    let first = text.marks[range.lowerBound]
    if words == 1 { return first.contains(.content) }
    return words <= mostWords && first.contains(.openingWord)
      && text.marks[range.upperBound - 1].contains(.closingWord)
  }
}
