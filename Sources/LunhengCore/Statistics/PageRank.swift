/// A weighted undirected graph over vertices 0 ..< n and the centrality of its vertices.
struct WeightedGraph {
  private var neighbours: [[Int32: Double]]

  init(vertices: Int) {
    neighbours = Array(repeating: [:], count: vertices)
  }

  mutating func addWeight(_ weight: Double, between a: Int, and b: Int) {
    guard a != b else { return }
    neighbours[a][Int32(b), default: 0] += weight
    neighbours[b][Int32(a), default: 0] += weight
  }

  /// PageRank for weighted graphs as in TextRank (Mihalcea and Tarau 2004, equation 2), damping 0.85,
  /// until no score moves by more than 1e-6 or for 100 rounds.
  ///
  /// Complexity: O(edges) a round.
  func pageRank(damping: Double = 0.85) -> [Double] {
    // Sorted, because floating-point sums depend on their order.
    let edges = neighbours.map { $0.sorted { $0.key < $1.key } }
    let strength = edges.map { $0.reduce(0) { $0 + $1.value } }
    var scores = [Double](repeating: 1, count: edges.count)
    for _ in 0..<100 {
      let next = edges.map { edges in
        (1 - damping)
          + damping
          * edges.reduce(0) { $0 + $1.value / strength[Int($1.key)] * scores[Int($1.key)] }
      }
      let change = zip(scores, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      scores = next
      if change < 1e-6 { break }
    }
    return scores
  }
}
