/// Lays out a trie of sorted keys as a double array: state `s` goes to `base[s] + code` if `check`
/// there is `s` (Aoe, "An efficient digital search algorithm by using a double-array structure", 1989).
struct DoubleArrayBuilder {
  private let keys: [[UInt16]]
  private let codes: [UInt16]
  /// Indices of distinct, non-empty keys, sorted by their units.
  private let order: [Int]

  /// A state of the trie.
  struct State: Sendable {
    var base: Int32 = 0
    /// The state that leads here; -1 where the place is free, and for the root.
    var check: Int32 = -1
    /// The key that ends here, or -1.
    var output: Int32 = -1
  }

  private var states = [State()]
  /// Where the search for room starts; everything before it is taken.
  private var firstFree = 1
  private static let longestSearch: Int32 = 4_096

  init(keys: [[UInt16]], codes: [UInt16], order: [Int]) {
    self.keys = keys
    self.codes = codes
    self.order = order
  }

  /// A state whose children are still to be placed: the keys that share its prefix.
  private struct Pending {
    var state: Int32
    var keys: Range<Int>
    var depth: Int
  }

  /// The states, the root first.
  mutating func build() -> [State] {
    var pending = [Pending(state: 0, keys: order.indices, depth: 0)]
    while let node = pending.popLast() {
      var rest = node.keys
      if let first = rest.first, keys[order[first]].count == node.depth {
        states[Int(node.state)].output = Int32(order[first])
        rest = rest.dropFirst()
      }
      let children = groups(of: rest, at: node.depth)
      guard !children.isEmpty else { continue }
      let offset = place(children.map(\.code), of: node.state)
      for child in children {
        pending.append(
          Pending(state: offset + child.code, keys: child.keys, depth: node.depth + 1))
      }
    }
    return states
  }

  private func groups(of range: Range<Int>, at depth: Int) -> [(code: Int32, keys: Range<Int>)] {
    var groups: [(code: Int32, keys: Range<Int>)] = []
    for index in range {
      let code = Int32(codes[Int(keys[order[index]][depth])])
      if let last = groups.last, last.code == code {
        groups[groups.count - 1].keys = last.keys.lowerBound..<index + 1
      } else {
        groups.append((code, index..<index + 1))
      }
    }
    return groups
  }

  /// Finds room for children with these codes, claims it for `state` and returns the base.
  private mutating func place(_ children: [Int32], of state: Int32) -> Int32 {
    while firstFree < states.count, states[firstFree].check >= 0 { firstFree += 1 }
    let lowest = children.min()!
    let first = max(Int32(firstFree) - lowest, 0)
    var candidate = first
    while !children.allSatisfy({ isFree(candidate + $0) }) { candidate += 1 }
    // Far from the first free place nearly all is taken: nobody looks there again.
    if candidate - first > Self.longestSearch { firstFree = Int(candidate + lowest) }
    let needed = Int(candidate + children.max()!) + 1
    if needed > states.count {
      states.append(contentsOf: repeatElement(State(), count: needed - states.count))
    }
    states[Int(state)].base = candidate
    for child in children { states[Int(candidate + child)].check = state }
    return candidate
  }

  private func isFree(_ index: Int32) -> Bool {
    index > 0 && (Int(index) >= states.count || states[Int(index)].check < 0)
  }
}
