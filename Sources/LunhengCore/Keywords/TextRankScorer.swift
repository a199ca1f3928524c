/// Weighs candidates by their centrality in the graph of those that stand near each other (Mihalcea
/// and Tarau, "TextRank: Bringing order into texts", 2004).
struct TextRankScorer {
  /// Words within this distance of each other are linked.
  private static let window = 4

  private var graph = WeightedGraph()
  /// By term, its place among the candidates.
  private var places: [Int32] = []
  /// The vertices of the window, oldest first.
  private var recent: [Int32] = []

  /// Replaces `scores` by those of `candidates`.
  mutating func score(_ text: borrowing KeywordText, into scores: inout [Double]) {
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: repeatElement(-1, count: text.terms.count))
    for (place, candidate) in text.candidates.enumerated() {
      places[Int(candidate)] = Int32(place)
    }
    graph.removeAll()
    recent.removeAll(keepingCapacity: true)
    for item in text.items where item.term != KeywordText.boundary {
      let place = places[Int(item.term)]
      guard place >= 0 else { continue }
      for other in recent { graph.link(other, place) }
      if recent.count == Self.window - 1 { recent.removeFirst() }
      recent.append(place)
    }
    graph.rank(vertices: text.candidates.count, into: &scores)
  }
}
