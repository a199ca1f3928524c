/// Counts the occurrences of candidates as they are found, by start and longer ones first.
struct OccurrenceCounter {
  /// The occurrence that reaches furthest, and its end.
  private var furthest: Int32 = -1
  private var furthestEnd: Int32 = 0
  private var sentence = -1
  /// The next of `quotes`.
  private var quote = 0

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
    while sentence + 1 < text.sentences.count, text.sentences[sentence + 1].start <= start {
      sentence += 1
    }
    if term.first < 0 {
      term.first = start
      term.firstSentence = Int32(sentence)
    }
    if term.lastSentence != sentence {
      term.lastSentence = Int32(sentence)
      term.sentences += 1
    }
    if term.lastBlock != occurrence.block {
      term.lastBlock = occurrence.block
      term.blocks += 1
    }
    switch text.blocks[Int(occurrence.block)].role {
    case .title: term.titles += 1
    case .heading: term.headings += 1
    case .paragraph, .byline, .citation, .furniture: break
    }
    if isQuoted(start..<end, text) { term.quoted += 1 }
    text.terms.terms[Int(occurrence.term)] = term
    text.occurrences.append(occurrence)
  }

  /// Whether the range is all that stands between two quotation marks.
  private mutating func isQuoted(_ range: Range<Int32>, _ text: borrowing KeywordText) -> Bool {
    while quote < text.quotes.count,
      text.words[Int(text.quotes[quote].lowerBound)].start < range.lowerBound
    {
      quote += 1
    }
    guard quote < text.quotes.count else { return false }
    let quoted = text.quotes[quote]
    return text.words[Int(quoted.lowerBound)].start == range.lowerBound
      && text.words[Int(quoted.upperBound) - 1].end == range.upperBound
  }
}
