/// Adds up what stands near one word in many documents.
///
/// Memory grows with the words that do, not with the text.
public struct NodeCollocations: Sendable {
  private struct Counts {
    var count = 0
    var left = 0
    var right = 0
    var documents = 0
    var example = -1
  }

  private var counts: [Int32: Counts] = [:]
  public private(set) var nodes = 0
  private var span = 0

  public init() {}

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - numbers: of the document's words in the collection.
  ///   - exampleOf: asked of each word with the identity of the example that it has (-1 for none); gives
  ///     that of the one that it is to have.
  public mutating func add(
    _ found: NodeNeighbours, numbers: [Int32],
    exampleOf: (_ neighbour: NodeNeighbours.Neighbour, _ present: Int) -> Int
  ) {
    nodes += found.nodes
    span += found.span
    for neighbour in found.neighbours {
      let word = numbers[Int(neighbour.word)]
      var counts = self.counts[word] ?? Counts()
      counts.count += neighbour.count
      counts.left += neighbour.left
      counts.right += neighbour.right
      counts.documents += 1
      counts.example = exampleOf(neighbour, counts.example)
      self.counts[word] = counts
    }
  }

  /// The strongest collocations of `node`, strongest first; `table` has counted all documents.
  ///
  /// The table of each has the words that are no nodes, by whether they stand near one and by whether
  /// they are the collocate.
  ///
  /// - Parameter surfaces: of `table`.
  public func collocations(
    of node: Int32, in table: WordTable, surfaces: [String], _ selection: CollocationSelection
  ) -> [Collocation] {
    selection.best(
      of: counts.compactMap { word, counts in
        guard selection.hasFunctionWords || !table.isFunctionWord[Int(word)] else { return nil }
        let association = Association(
          table: ContingencyTable(
            both: counts.count, first: span, second: table.counts[Int(word)],
            total: table.total - nodes),
          first: nodes, second: table.counts[Int(word)])
        guard selection.accepts(association, documents: counts.documents) else { return nil }
        var collocation = Collocation(
          first: surfaces[Int(node)], second: surfaces[Int(word)], association: association,
          left: counts.left, right: counts.right, documents: counts.documents)
        collocation.example = counts.example
        return collocation
      })
  }
}
