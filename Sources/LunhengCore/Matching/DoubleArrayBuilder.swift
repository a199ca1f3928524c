/// Lays out a trie of sorted keys as a double array: state `s` goes to `base[s] + code` if `check`
/// there is `s` (Aoe, "An efficient digital search algorithm by using a double-array structure", 1989).
struct DoubleArrayBuilder {
  private let keys: [[UInt16]]
  private let codes: [UInt16]
  /// Indices of distinct, non-empty keys, sorted by their units.
  private let order: [Int]

  private var base: [Int32] = [0]
  private var check: [Int32] = [-1]
  private var output: [Int32] = [-1]
  /// Where the search for room starts; everything before it is taken.
  private var firstFree = 1

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

  mutating func build() -> (base: [Int32], check: [Int32], output: [Int32]) {
    var pending = [Pending(state: 0, keys: order.indices, depth: 0)]
    while let node = pending.popLast() {
      var rest = node.keys
      if let first = rest.first, keys[order[first]].count == node.depth {
        output[Int(node.state)] = Int32(order[first])
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
    return (base, check, output)
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
    while firstFree < check.count, check[firstFree] >= 0 { firstFree += 1 }
    let lowest = children.min()!
    var candidate = max(Int32(firstFree) - lowest, 0)
    while !children.allSatisfy({ isFree(candidate + $0) }) { candidate += 1 }
    let needed = Int(candidate + children.max()!) + 1
    if needed > check.count {
      let missing = needed - check.count
      base.append(contentsOf: repeatElement(0, count: missing))
      check.append(contentsOf: repeatElement(-1, count: missing))
      output.append(contentsOf: repeatElement(-1, count: missing))
    }
    base[Int(state)] = candidate
    for child in children { check[Int(candidate + child)] = state }
    return candidate
  }

  private func isFree(_ index: Int32) -> Bool {
    index > 0 && (Int(index) >= check.count || check[Int(index)] < 0)
  }
}
