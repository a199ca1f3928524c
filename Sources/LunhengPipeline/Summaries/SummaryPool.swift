import LunhengCore

/// The sentences of a group that stand most for it, so many at most.
struct SummaryPool: Sendable {
  struct Sentence: Sendable {
    var candidate: SentenceSelection.Candidate
    /// Which block of the document, from 0, and its units there.
    var ordinal: Int
    var range: Range<Int>
  }

  private let limit: Int
  private var kept: [Sentence] = []

  init(limit: Int) { self.limit = limit }

  /// Complexity: O(log limit), amortised.
  mutating func add(_ sentence: Sentence) {
    guard sentence.candidate.score > 0 else { return }
    kept.append(sentence)
    if kept.count >= 2 * limit { kept = Array(sorted.prefix(limit)) }
  }

  /// Those kept, best first.
  var sorted: [Sentence] {
    Array(kept.sorted { Self.precedes($0, $1) }.prefix(limit))
  }

  /// The higher score first; of equals the earlier document, block and unit.
  static func precedes(_ left: Sentence, _ right: Sentence) -> Bool {
    if left.candidate.score != right.candidate.score {
      return left.candidate.score > right.candidate.score
    }
    return (left.candidate.document, left.ordinal, left.range.lowerBound)
      < (right.candidate.document, right.ordinal, right.range.lowerBound)
  }
}
