/// Runs an automaton over the tokens of one text after another, on one thread.
///
/// All starts go through the text together, each state keeping only the earliest start that reaches it
/// (Pike, "The text editor sam", Software: Practice and Experience 17, 1987): where a search from each start
/// would pass over the rest of the text each time, this passes over it once.
struct TokenMatcher {
  private let automaton: TokenAutomaton
  /// The states that are alive, and the start that each was reached from.
  private var alive: [Int32] = []
  private var next: [Int32] = []
  private var starts: [Int32]
  private var nextStarts: [Int32]
  /// By state, whether it is in `next`.
  private var isNext: [Bool]

  init(_ automaton: TokenAutomaton) {
    self.automaton = automaton
    let count = automaton.conditions.count
    starts = Array(repeating: 0, count: count)
    nextStarts = starts
    isNext = Array(repeating: false, count: count)
  }

  /// Calls `body` with the matches in `range`, leftmost and of those longest, none overlapping.
  ///
  /// Complexity: O(tokens · moves), and times the length of a block where a match may always go on but
  /// seldom does (`"a" ([]* "b")?`).
  ///
  /// - Parameter masks: by token, the conditions that it meets, a bit each.
  mutating func forEachMatch(
    in masks: UnsafeBufferPointer<UInt64>, _ range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var place = range.lowerBound
    while let match = firstMatch(in: masks, place..<range.upperBound) {
      body(match)
      place = match.upperBound
    }
  }

  /// The leftmost of the longest matches in `range`.
  mutating func firstMatch(
    in masks: UnsafeBufferPointer<UInt64>, _ range: Range<Int>
  ) -> Range<Int>? {
    alive.removeAll(keepingCapacity: true)
    var best: Range<Int>?
    for place in range {
      let mask = masks[place]
      if alive.isEmpty {
        if best != nil { break }
        if mask & automaton.firstMask == 0 { continue }
      }
      advance(mask)
      if best == nil, mask & automaton.firstMask != 0 {
        for state in automaton.first where meets(state, mask) { enter(state, from: Int32(place)) }
      }
      swap(&alive, &next)
      swap(&starts, &nextStarts)
      next.removeAll(keepingCapacity: true)
      for state in alive {
        isNext[Int(state)] = false
        let start = Int(starts[Int(state)])
        // A match that ends here is longer than any before it.
        if automaton.isLast[Int(state)], start <= best?.lowerBound ?? .max {
          best = start..<place + 1
        }
      }
      if let best { alive.removeAll { starts[Int($0)] > best.lowerBound } }
    }
    return best
  }

  @inline(__always)
  private mutating func advance(_ mask: UInt64) {
    for state in alive {
      let start = starts[Int(state)]
      let first = Int(automaton.followStart[Int(state)])
      let end = Int(automaton.followStart[Int(state) + 1])
      for index in first..<end {
        let following = automaton.follow[index]
        if meets(following, mask) { enter(following, from: start) }
      }
    }
  }

  @inline(__always)
  private func meets(_ state: Int32, _ mask: UInt64) -> Bool {
    mask >> UInt64(automaton.conditions[Int(state)]) & 1 != 0
  }

  @inline(__always)
  private mutating func enter(_ state: Int32, from start: Int32) {
    if isNext[Int(state)] {
      nextStarts[Int(state)] = min(nextStarts[Int(state)], start)
    } else {
      isNext[Int(state)] = true
      nextStarts[Int(state)] = start
      next.append(state)
    }
  }
}
