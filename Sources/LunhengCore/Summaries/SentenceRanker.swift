import RealModule

/// Picks the sentences that stand for a document.
///
/// Degree centrality of LexRank (Erkan and Radev 2004) without a threshold: how similar, by the cosine
/// of their word vectors, a sentence is to all others. The sum over all pairs is one product with the
/// sum of all vectors, so that the cost is linear in the text and not square in its sentences. Later
/// sentences are picked by maximal marginal relevance (Carbonell and Goldstein 1998), so that they do
/// not say the first one again.
public enum SentenceRanker {
  /// A sentence of a document.
  public struct Sentence: Hashable, Sendable {
    /// Index of its block among the blocks given, and its units there.
    public var block: Int
    public var range: Range<Int>

    public init(block: Int, range: Range<Int>) {
      self.block = block
      self.range = range
    }
  }

  /// Sentences of fewer characters say too little alone.
  private static let minimumLength = 20

  /// Indices of the `limit` most representative of `sentences`, in reading order.
  ///
  /// - Parameters:
  ///   - blocks: units and tokens of each block; the tokens tile the units.
  ///   - sentences: in reading order.
  public static func pick(
    _ limit: Int, of sentences: [Sentence], in blocks: [(units: [UInt16], tokens: [Token])]
  ) -> [Int] {
    var vocabulary = Vocabulary()
    var folded = FoldedText()
    var frequencies: [Int32: Int] = [:]
    let counts: [[Int32: Int]] = sentences.map { sentence in
      let block = blocks[sentence.block]
      var counts: [Int32: Int] = [:]
      let first = block.tokens.partitioningIndex { Int($0.start) >= sentence.range.lowerBound }
      for token in block.tokens[first...] {
        if Int(token.start) >= sentence.range.upperBound { break }
        guard token.kind == .word || token.kind == .number else { continue }
        folded.fold(Array(block.units[token.range]))
        if folded.units.isEmpty || StopWords.isFunctionWord(folded.units) { continue }
        counts[vocabulary.intern(folded.units[...]), default: 0] += 1
      }
      for word in counts.keys { frequencies[word, default: 0] += 1 }
      return counts
    }
    // Unit vectors of tf × idf over the document's own sentences.
    let vectors: [[(word: Int32, weight: Double)]] = counts.map { counts in
      let weights = counts.sorted { $0.key < $1.key }.map { word, count in
        (
          word: word,
          weight: Double(count)
            * (.log(Double(1 + sentences.count) / Double(1 + frequencies[word]!)) + 1)
        )
      }
      let norm = Double.sqrt(weights.reduce(0) { $0 + $1.weight * $1.weight })
      return norm > 0 ? weights.map { ($0.word, $0.weight / norm) } : []
    }
    var sum = [Double](repeating: 0, count: vocabulary.count)
    for vector in vectors { for entry in vector { sum[Int(entry.word)] += entry.weight } }
    let centrality = zip(sentences, vectors).map { sentence, vector in
      sentence.range.count < minimumLength || vector.isEmpty
        ? 0 : vector.reduce(0) { $0 + $1.weight * sum[Int($1.word)] } - 1
    }
    return select(limit, centrality: centrality, vectors: vectors)
  }

  private static func select(
    _ limit: Int, centrality: [Double], vectors: [[(word: Int32, weight: Double)]]
  ) -> [Int] {
    let highest = centrality.max() ?? 0
    var picked: [Int] = []
    // Similarity of each sentence to the closest one picked.
    var redundancy = [Double](repeating: 0, count: centrality.count)
    while picked.count < min(limit, centrality.count) {
      let candidates = centrality.indices.filter { !picked.contains($0) }
      func value(_ index: Int) -> Double {
        (highest > 0 ? centrality[index] / highest : 0) - redundancy[index]
      }
      // The earlier of equals, since `max` keeps the last.
      guard let best = candidates.reversed().max(by: { value($0) < value($1) }) else { break }
      picked.append(best)
      let weights = Dictionary(uniqueKeysWithValues: vectors[best].map { ($0.word, $0.weight) })
      for index in candidates {
        let similarity = vectors[index].reduce(0) { $0 + $1.weight * (weights[$1.word] ?? 0) }
        redundancy[index] = max(redundancy[index], similarity)
      }
    }
    return picked.sorted()
  }
}
