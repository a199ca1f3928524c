import Testing

@testable import LunhengCore

@Suite("Weighted graphs")
struct WeightedGraphTests {
  @Test("rank vertices as PageRank does")
  func rankAStar() {
    // A hub and three leaves satisfy hub = 0.15 + 0.85 · 3 · leaf and leaf = 0.15 + 0.85 · hub / 3.
    var graph = WeightedGraph()
    for leaf in Int32(1)...3 { graph.link(0, leaf) }
    var scores: [Double] = []
    graph.rank(vertices: 5, into: &scores)
    let hub = (0.15 + 0.85 * 3 * 0.15) / (1 - 0.85 * 0.85)
    #expect(abs(scores[0] - hub) < 1e-3)
    for leaf in 1...3 { #expect(abs(scores[leaf] - (0.15 + 0.85 * hub / 3)) < 1e-3) }
    // A vertex without links.
    #expect(abs(scores[4] - 0.15) < 1e-12)
  }

  @Test("rank as the equation says, whatever the graph", arguments: 0..<20)
  func satisfyTheEquation(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let vertices = Int.random(in: 1...40, using: &random)
    var weights = [[Double]](repeating: [Double](repeating: 0, count: vertices), count: vertices)
    var graph = WeightedGraph()
    for _ in 0..<Int.random(in: 0...400, using: &random) {
      let a = Int.random(in: 0..<vertices, using: &random)
      let b = Int.random(in: 0..<vertices, using: &random)
      graph.link(Int32(a), Int32(b))
      if a != b {
        weights[a][b] += 1
        weights[b][a] += 1
      }
    }
    var scores: [Double] = []
    graph.rank(vertices: vertices, into: &scores)
    for a in 0..<vertices {
      let sum = (0..<vertices).reduce(0.0) { sum, b in
        let strength = weights[b].reduce(0, +)
        return strength > 0 ? sum + weights[b][a] / strength * scores[b] : sum
      }
      #expect(abs(scores[a] - (0.15 + 0.85 * sum)) < 1e-3)
    }
    // Used again, it has forgotten the links.
    graph.removeAll()
    graph.rank(vertices: 2, into: &scores)
    #expect(scores.allSatisfy { abs($0 - 0.15) < 1e-12 })
  }
}
