/// Counts the occurrences of candidates as they are found, by start and longer ones first.
struct OccurrenceCounter {
  /// The occurrence that reaches furthest, and its end.
  private var furthest: Int32 = -1
  private var furthestEnd: Int32 = 0

  mutating func count(_ occurrence: KeywordText.Occurrence, in text: inout KeywordText) {
    var term = text.terms.terms[Int(occurrence.term)]
    let start = occurrence.start
    let end = start + term.length
    // 哈哈 in 哈哈哈 is one.
    guard start >= term.lastEnd else { return }
    term.lastEnd = end
    term.occurrences += 1
    if end <= furthestEnd, furthest != occurrence.term {
      if term.container < 0 { term.container = furthest }
      if term.container == furthest { term.contained += 1 }
    } else {
      term.alone += 1
    }
    if end > furthestEnd {
      furthestEnd = end
      furthest = occurrence.term
    }
    if term.first < 0 { term.first = start }
    text.terms.terms[Int(occurrence.term)] = term
    text.occurrences.append(occurrence)
  }
}
