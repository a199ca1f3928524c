import LunhengCore

/// Lays out patterns of character numbers as the double array that `PatternTrie` describes.
struct PatternTrieBuilder {
  private(set) var bases: [UInt32]
  private(set) var slots: [UInt64] = []
  /// Bases that a parent has already.
  private var isBaseTaken: [Bool] = []
  /// By number of children, where the search for room starts.
  private var heads: [Int]

  /// The last place that is taken.
  private var highest = 0

  private static let mostLabels = Int(CharacterID.none)
  /// Families of this many children and more are searched for together.
  private static let sizes = 64

  /// A prefix whose children are still to be placed.
  private struct Pending {
    var patterns: Range<Int>
    var depth: Int
    /// The slot of the prefix; nil at the root, whose children stand in `bases`.
    var slot: Int?
  }

  /// - Parameters:
  ///   - patterns: distinct, sorted, of at least one number each.
  ///   - characters: how many numbers there are.
  ///   - value: the value of each prefix of at least two numbers, called once for each.
  init(
    _ patterns: [[UInt16]], characters: Int,
    value: (_ prefix: ArraySlice<UInt16>) -> UInt32
  ) {
    bases = [UInt32](repeating: 0, count: characters)
    // Places before the last label stay free, so that any label fits at any other.
    heads = [Int](repeating: characters, count: Self.sizes)
    var stack: [Pending] = []
    for group in Self.groups(patterns, patterns.indices, 0).reversed() {
      stack.append(Pending(patterns: group.range, depth: 1, slot: nil))
    }
    while let node = stack.popLast() {
      var rest = node.patterns
      if patterns[rest.lowerBound].count == node.depth { rest = rest.dropFirst() }
      let children = Self.groups(patterns, rest, node.depth)
      guard !children.isEmpty else { continue }
      let base = place(children.map(\.label))
      if let slot = node.slot {
        slots[slot] |= PatternTrie.slot(label: 0, base: UInt32(base), value: 0)
      } else {
        bases[Int(patterns[node.patterns.lowerBound][0])] = UInt32(base)
      }
      for child in children {
        let prefix = patterns[child.range.lowerBound].prefix(node.depth + 1)
        slots[base + Int(child.label)] = PatternTrie.slot(
          label: child.label, base: 0, value: value(prefix))
        stack.append(
          Pending(patterns: child.range, depth: node.depth + 1, slot: base + Int(child.label)))
      }
    }
    // A step from the last base must stay within the array whatever comes next.
    let used = (isBaseTaken.lastIndex(of: true) ?? 0) + characters
    grow(to: used)
    slots.removeLast(slots.count - max(used, highest + 1))
  }

  private static func groups(
    _ patterns: [[UInt16]], _ range: Range<Int>, _ depth: Int
  ) -> [(label: UInt16, range: Range<Int>)] {
    var groups: [(label: UInt16, range: Range<Int>)] = []
    for index in range {
      let label = patterns[index][depth]
      if let last = groups.last, last.label == label {
        groups[groups.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        groups.append((label, index..<index + 1))
      }
    }
    return groups
  }

  /// Finds and claims room for children with these labels, in ascending order.
  ///
  /// Families of like size look on from where the last one found room: what was too crowded for one is
  /// too crowded for the next.
  private mutating func place(_ labels: [UInt16]) -> Int {
    let size = min(labels.count, Self.sizes) - 1
    var free = heads[size]
    while true {
      grow(to: free + Self.mostLabels)
      if slots[free] == PatternTrie.freeSlot {
        let base = free - Int(labels[0])
        if !isBaseTaken[base],
          labels.allSatisfy({ slots[base + Int($0)] == PatternTrie.freeSlot })
        {
          heads[size] = free
          isBaseTaken[base] = true
          for label in labels { slots[base + Int(label)] = 0 }
          highest = max(highest, base + Int(labels[labels.count - 1]))
          return base
        }
      }
      free += 1
    }
  }

  private mutating func grow(to count: Int) {
    guard count > slots.count else { return }
    let added = max(count, 2 * slots.count) - slots.count
    slots.append(contentsOf: repeatElement(PatternTrie.freeSlot, count: added))
    isBaseTaken.append(contentsOf: repeatElement(false, count: added))
  }
}
