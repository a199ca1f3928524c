/// What stands near one word, the node, in one document.
public struct NodeNeighbours: Sendable {
  /// A word near the node, by its number in the document.
  public struct Neighbour: Sendable {
    public var word: Int32
    /// Occurrences near a node, each counted once; and those to the left and right of a node, where one
    /// between two nodes counts on both sides.
    public var count = 0
    public var left = 0
    public var right = 0
    /// The first: places of the node and of the word in the document's `words`.
    public var example: (node: Int, word: Int)
  }

  /// Occurrences of the node.
  public private(set) var nodes = 0
  /// Words near a node that are no nodes, each counted once.
  public private(set) var span = 0
  /// By first appearance.
  public private(set) var neighbours: [Neighbour] = []

  /// Complexity: O(words of the document).
  public init(of node: Int32, in text: TextWords, window: CollocationWindow) {
    guard text.contains(node) else { return }
    var indices: [Int32: Int] = [:]
    var unit: [Int] = []
    for (place, word) in text.words.enumerated() {
      if word >= 0 {
        unit.append(place)
      } else if word <= window.unit.division.rawValue {
        count(unit, node, text, window, &indices)
        unit.removeAll(keepingCapacity: true)
      }
    }
  }

  /// - Parameter unit: places of the words of a sentence or paragraph.
  private mutating func count(
    _ unit: [Int], _ node: Int32, _ text: TextWords, _ window: CollocationWindow,
    _ indices: inout [Int32: Int]
  ) {
    let centres = unit.indices.filter { text.words[unit[$0]] == node }
    guard let first = centres.first, let last = centres.last else { return }
    nodes += centres.count
    // The node that comes next, and the one before it.
    var next = 0
    let start = first - min(first, window.left)
    let end = last + min(unit.count - 1 - last, window.right)
    for index in start...end {
      if next < centres.count, centres[next] == index {
        next += 1
        continue
      }
      let isRight = next > 0 && index - centres[next - 1] <= window.right
      let isLeft = next < centres.count && centres[next] - index <= window.left
      guard isLeft || isRight else { continue }
      span += 1
      let word = text.words[unit[index]]
      let place = indices[word] ?? neighbours.count
      if place == neighbours.count {
        indices[word] = place
        neighbours.append(
          Neighbour(
            word: word,
            example: (node: unit[centres[isRight ? next - 1 : next]], word: unit[index])))
      }
      neighbours[place].count += 1
      if isLeft { neighbours[place].left += 1 }
      if isRight { neighbours[place].right += 1 }
    }
  }
}
