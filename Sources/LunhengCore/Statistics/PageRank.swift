/// A weighted undirected graph and the centrality of its vertices. Meant to be reused.
struct WeightedGraph {
  /// Links by pair of vertices, the lower first.
  private var links = PairCounts()
  /// By vertex, where its arcs begin in `arcs`; one more than there are vertices.
  private var starts: [Int32] = []
  private var arcs: [Arc] = []
  private var strength: [Double] = []
  private var next: [Double] = []

  private struct Arc {
    var target: Int32
    /// Share of the target's links that go along the arc.
    var share: Double
  }

  /// Takes all links out.
  mutating func removeAll() { links.removeAll() }

  /// Makes the link between two vertices stronger by one; none links with itself.
  mutating func link(_ a: Int32, _ b: Int32) {
    if a != b { links.add(min(a, b), max(a, b)) }
  }

  /// PageRank for weighted graphs as in TextRank (Mihalcea and Tarau 2004, equation 2), damping 0.85,
  /// until no score moves by more than 1e-4, as there, or for 100 rounds.
  ///
  /// Complexity: O(links) a round.
  mutating func rank(vertices: Int, damping: Double = 0.85, into scores: inout [Double]) {
    layOut(vertices)
    scores.removeAll(keepingCapacity: true)
    scores.append(contentsOf: repeatElement(1, count: vertices))
    next.removeAll(keepingCapacity: true)
    next.append(contentsOf: repeatElement(0, count: vertices))
    for _ in 0..<100 {
      var change = 0.0
      for vertex in 0..<vertices {
        var sum = 0.0
        for index in Int(starts[vertex])..<Int(starts[vertex + 1]) {
          sum += arcs[index].share * scores[Int(arcs[index].target)]
        }
        next[vertex] = (1 - damping) + damping * sum
        change = max(change, abs(next[vertex] - scores[vertex]))
      }
      swap(&scores, &next)
      if change < 1e-4 { break }
    }
  }

  /// Sorts the links by vertex, each in both directions, in the order that they were made.
  private mutating func layOut(_ vertices: Int) {
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: vertices + 1))
    strength.removeAll(keepingCapacity: true)
    strength.append(contentsOf: repeatElement(0, count: vertices))
    for link in links.entries {
      starts[Int(link.left)] += 1
      starts[Int(link.right)] += 1
      strength[Int(link.left)] += Double(link.count)
      strength[Int(link.right)] += Double(link.count)
    }
    // To where each vertex's arcs end, from where they are filled in backwards.
    for vertex in 0..<vertices { starts[vertex + 1] += starts[vertex] }
    arcs.removeAll(keepingCapacity: true)
    arcs.append(
      contentsOf: repeatElement(Arc(target: 0, share: 0), count: 2 * links.entries.count))
    for link in links.entries.reversed() {
      for (from, to) in [(link.left, link.right), (link.right, link.left)] {
        starts[Int(from)] -= 1
        arcs[Int(starts[Int(from)])] = Arc(
          target: to, share: Double(link.count) / strength[Int(to)])
      }
    }
  }
}
