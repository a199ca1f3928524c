/// Finds the matches of a token query in one document after another, on one thread.
public struct QueryWorker {
  private let spans: TokenQuery.Span
  private var matcher: TokenMatcher
  private var contained: [TokenMatcher]
  private var found: [Range<Int>] = []

  init(_ query: CompiledQuery) {
    spans = query.query.span
    matcher = TokenMatcher(query.automaton)
    contained = query.contained.map { TokenMatcher($0) }
  }

  /// Calls `body` with each match, in order: tokens of the document.
  ///
  /// Complexity: see `TokenMatcher.forEachMatch`.
  ///
  /// - Parameter masks: by token, what `CompiledQuery.conditions(passing:)` gives for it.
  public mutating func forEachMatch(
    in document: IndexedText, masks: [UInt64], _ body: (Range<Int>) -> Void
  ) {
    let ends = spans == .sentence ? document.sentenceEnds : document.blockEnds
    masks.withUnsafeBufferPointer { masks in
      var start = 0
      for end in ends {
        let range = start..<min(Int(end), masks.count)
        found.removeAll(keepingCapacity: true)
        matcher.forEachMatch(in: masks, range) { found.append($0) }
        for match in found where containsAll(masks, match) { body(match) }
        start = range.upperBound
      }
    }
  }

  private mutating func containsAll(
    _ masks: UnsafeBufferPointer<UInt64>, _ match: Range<Int>
  ) -> Bool {
    for index in contained.indices
    where contained[index].firstMatch(in: masks, match) == nil {
      return false
    }
    return true
  }
}
