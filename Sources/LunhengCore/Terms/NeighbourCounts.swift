import RealModule

/// What stands next to each of some strings, and how often: two arrays of pairs, sorted by character.
/// Gaps, each of which counts as a character of its own, are left out.
struct NeighbourCounts: Sendable {
  /// By string, where its pairs start, and the end of the last.
  private var starts: [Int] = [0]
  private var units: [UInt16] = []
  private var counts: [Int32] = []

  /// A table of counts by character, zero between uses.
  struct Scratch {
    fileprivate var counts = [Int32](repeating: 0, count: 1 << 16)
    fileprivate var seen: [UInt16] = []

    mutating func add(_ unit: UInt16, _ count: Int32 = 1) {
      if counts[Int(unit)] == 0 { seen.append(unit) }
      counts[Int(unit)] += count
    }
  }

  init() {}

  /// Strings that have been given.
  var stringCount: Int { starts.count - 1 }

  /// Gives the next string what `scratch` has counted, and empties it.
  mutating func append(_ scratch: inout Scratch) {
    scratch.seen.sort()
    for unit in scratch.seen where unit != CandidateText.gap {
      units.append(unit)
      counts.append(scratch.counts[Int(unit)])
    }
    for unit in scratch.seen { scratch.counts[Int(unit)] = 0 }
    scratch.seen.removeAll(keepingCapacity: true)
    starts.append(units.count)
  }

  /// The counts in another order: what was given for the string at a place becomes that of `order[place]`.
  ///
  /// - Precondition: `order` is a permutation.
  func reordered(_ order: [Int32]) -> NeighbourCounts {
    var places = [Int](repeating: 0, count: order.count)
    for (place, string) in order.enumerated() { places[Int(string)] = place }
    var reordered = NeighbourCounts()
    reordered.units.reserveCapacity(units.count)
    reordered.counts.reserveCapacity(counts.count)
    for place in places {
      reordered.units += units[starts[place]..<starts[place + 1]]
      reordered.counts += counts[starts[place]..<starts[place + 1]]
      reordered.starts.append(reordered.units.count)
    }
    return reordered
  }

  /// Calls `body` with each neighbour of a string and its count.
  func forEach(of string: Int, _ body: (UInt16, Int32) -> Void) {
    for place in starts[string]..<starts[string + 1] { body(units[place], counts[place]) }
  }

  /// The counts of the same strings in two texts. Complexity: O(pairs).
  func merged(with other: NeighbourCounts) -> NeighbourCounts {
    var merged = NeighbourCounts()
    for string in 0..<stringCount {
      var left = starts[string]
      var right = other.starts[string]
      while left < starts[string + 1] || right < other.starts[string + 1] {
        let isLeft =
          right == other.starts[string + 1]
          || left < starts[string + 1] && units[left] <= other.units[right]
        let isRight =
          left == starts[string + 1]
          || right < other.starts[string + 1] && other.units[right] <= units[left]
        merged.units.append(isLeft ? units[left] : other.units[right])
        merged.counts.append((isLeft ? counts[left] : 0) + (isRight ? other.counts[right] : 0))
        if isLeft { left += 1 }
        if isRight { right += 1 }
      }
      merged.starts.append(merged.units.count)
    }
    return merged
  }

  /// How freely the neighbours of a string with `count` occurrences vary.
  func variety(of string: Int, count: Int) -> RecurringStrings.Neighbours {
    var sum = 0.0
    var greatest: Int32 = 1
    forEach(of: string) {
      sum += Double($1) * .log(Double($1))
      greatest = max(greatest, $1)
    }
    return RecurringStrings.Neighbours(
      entropy: .log(Double(count)) - sum / Double(count),
      greatestShare: Double(greatest) / Double(count))
  }
}
