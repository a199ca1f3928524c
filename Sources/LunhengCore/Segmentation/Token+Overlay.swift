extension [Token] {
  /// Makes each of `ranges` one word: boundaries within it go, and a token that it cuts is cut there.
  ///
  /// - Parameter ranges: in order, not overlapping.
  public mutating func overlay(_ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    var result: [Token] = []
    result.reserveCapacity(count)
    var next = 0
    for var token in self {
      while next < ranges.count, ranges[next].lowerBound < token.end {
        let range = ranges[next]
        if range.lowerBound > token.start {
          result.append(
            Token(start: Int(token.start), end: range.lowerBound, kind: token.kind))
        }
        if range.lowerBound >= token.start {
          result.append(Token(start: range.lowerBound, end: range.upperBound, kind: .word))
        }
        token.start = Int32(range.upperBound)
        // A range that reaches past this token goes on to swallow the tokens after it.
        if range.upperBound >= token.end { break }
        next += 1
      }
      if token.start < token.end { result.append(token) }
      while next < ranges.count, ranges[next].upperBound <= token.end { next += 1 }
    }
    self = result
  }
}
