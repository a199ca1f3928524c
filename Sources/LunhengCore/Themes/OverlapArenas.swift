/// Keeps, of hits that overlap and belong to the same arena (a theme with its subthemes, or the whole
/// codebook), the leftmost and of those the longest; hits of the same stretch all stay.
struct OverlapArenas {
  /// By arena: the stretch that was kept last.
  private var last: [RuleHit]
  private var kept: [Bool] = []

  init(count: Int) {
    last = Array(repeating: Self.nowhere, count: count)
  }

  private static let nowhere = RuleHit(block: -1, start: 0, end: 0)

  /// - Parameter candidates: of one document, sorted by hit.
  mutating func keepLeftmostLongest(
    _ candidates: inout [ThemeMatcherWorker.Candidate], arenaOfTheme arenas: [Int]
  ) {
    for index in last.indices { last[index] = Self.nowhere }
    kept.removeAll(keepingCapacity: true)
    kept.append(contentsOf: repeatElement(true, count: candidates.count))
    var first = 0
    while first < candidates.count {
      let hit = candidates[first].hit
      var next = first + 1
      while next < candidates.count, candidates[next].hit.block == hit.block,
        candidates[next].hit.start == hit.start
      {
        next += 1
      }
      // Of the same start the longest stands last.
      for index in (first..<next).reversed() where candidates[index].competes {
        let hit = candidates[index].hit
        let arena = arenas[Int(candidates[index].theme)]
        if last[arena].block != hit.block || last[arena].end <= hit.start {
          last[arena] = hit
        } else {
          kept[index] = last[arena] == hit
        }
      }
      first = next
    }
    var index = -1
    candidates.removeAll { _ in
      index += 1
      return !kept[index]
    }
  }
}
