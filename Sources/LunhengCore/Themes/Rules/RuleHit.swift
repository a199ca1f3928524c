/// A stretch of a document that a rule has found.
struct RuleHit: Hashable, Comparable, Sendable {
  /// Which block, from 0.
  var block: Int32
  /// UTF-16 units of the block's text, end exclusive.
  var start: Int32
  var end: Int32

  var range: Range<Int> { Int(start)..<Int(end) }

  static func < (left: Self, right: Self) -> Bool {
    (left.block, left.start, left.end) < (right.block, right.start, right.end)
  }
}

/// Hits that may override others, ready to be asked.
struct HitIndex {
  private let hits: [RuleHit]
  /// By hit, the greatest end in its block up to it.
  private var ends: [Int32] = []

  /// - Parameter hits: in any order.
  init(_ hits: [RuleHit]) {
    self.hits = hits.sorted()
    var block: Int32 = -1
    for hit in self.hits {
      ends.append(hit.block == block ? max(ends.last!, hit.end) : hit.end)
      block = hit.block
    }
  }

  var isEmpty: Bool { hits.isEmpty }

  /// Whether one of the hits takes something of `hit`, or all of it, and is not just a part of it.
  ///
  /// Complexity: O(log n + hits near by).
  func overrides(_ hit: RuleHit) -> Bool {
    // Backwards from the first that starts behind it, as long as one reaches into it.
    var index = hits.partitioningIndex { ($0.block, $0.start) >= (hit.block, hit.end) } - 1
    while index >= 0, hits[index].block == hit.block, ends[index] > hit.start {
      let other = hits[index]
      let isPart = hit.start <= other.start && other.end <= hit.end && hit != other
      if other.end > hit.start, !isPart { return true }
      index -= 1
    }
    return false
  }
}

extension [RuleHit] {
  /// Of overlapping hits the leftmost and of those the longest; of equal ones the first.
  func keepingLeftmostLongest() -> [RuleHit] {
    var kept: [RuleHit] = []
    for hit in self {
      guard let last = kept.last, last.block == hit.block, hit.start < last.end else {
        kept.append(hit)
        continue
      }
      if hit.start == last.start { kept[kept.count - 1] = hit }
    }
    return kept
  }

  /// Of hits that contain one another the shortest; of overlapping ones then the leftmost.
  func keepingShortestLeftmost() -> [RuleHit] {
    var shortest: [RuleHit] = []
    for hit in self {
      while let last = shortest.last, last.block == hit.block, last.start < hit.start,
        last.end >= hit.end
      {
        shortest.removeLast()
      }
      // Of the same start the shorter one came first.
      if let last = shortest.last, last.block == hit.block, last.start == hit.start { continue }
      shortest.append(hit)
    }
    var kept: [RuleHit] = []
    for hit in shortest {
      if let last = kept.last, last.block == hit.block, hit.start < last.end { continue }
      kept.append(hit)
    }
    return kept
  }
}
