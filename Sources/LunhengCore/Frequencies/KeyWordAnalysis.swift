/// Compares two bodies of text word by word.
public struct KeyWordAnalysis: Sendable {
  /// Where a document belongs.
  public enum Side: Sendable {
    case target, reference
  }

  /// What is known of one side: its documents that have words, and the figures of each word over them.
  private struct Body {
    var documents: [Int] = []
    var size = 0
    var counts: [Int]
    var documentCounts: [Int]
    /// Means of the rates in documents, and the sums of squared distances from it.
    var means: [Double]
    var squares: [Double]
    /// Σ |vᵢ / f − sᵢ| − sᵢ over the documents that have the word.
    var deviations: [Double]

    init(_ documents: [Int], of sequence: WordSequence) {
      // A document without words has no rate.
      self.documents = documents.filter { sequence.sizes[$0] > 0 }
      size = self.documents.reduce(0) { $0 + sequence.sizes[$1] }
      let words = sequence.table.count
      counts = Array(repeating: 0, count: words)
      documentCounts = counts
      means = Array(repeating: 0, count: words)
      squares = means
      deviations = means
      sequence.forEachCount(of: self.documents) { document, word, count in
        counts[word] += count
        documentCounts[word] += 1
        means[word] += Double(count) / Double(sequence.sizes[document])
      }
      for word in means.indices { means[word] /= Double(max(1, self.documents.count)) }
      sequence.forEachCount(of: self.documents) { document, word, count in
        let length = Double(sequence.sizes[document])
        let distance = Double(count) / length - means[word]
        squares[word] += distance * distance
        let share = length / Double(size)
        deviations[word] += abs(Double(count) / Double(counts[word]) - share) - share
      }
      for word in squares.indices {
        squares[word] +=
          Double(self.documents.count - documentCounts[word]) * means[word] * means[word]
      }
    }

    func sample(_ word: Int) -> WelchTest.Sample {
      WelchTest.Sample(
        count: documents.count, mean: means[word],
        variance: squares[word] / Double(max(1, documents.count - 1)))
    }

    /// DP; documents without the word add their share each, so that all shares add up to 1.
    func deviation(_ word: Int) -> Double? {
      counts[word] > 0 && documents.count > 1 ? max(0, (1 + deviations[word]) / 2) : nil
    }
  }

  private let table: WordTable
  private let target: Body
  private let reference: Body

  /// Complexity: O(words), and memory for the distinct ones.
  ///
  /// - Parameter sides: by document in the order in which figures are added up, which sums depend on in
  ///   their last digit; documents that are left out belong to neither.
  public init(_ sequence: WordSequence, sides: [(document: Int, side: Side)]) {
    table = sequence.table
    target = Body(sides.filter { $0.side == .target }.map(\.document), of: sequence)
    reference = Body(sides.filter { $0.side == .reference }.map(\.document), of: sequence)
  }

  /// Documents that have words, and words, of each side.
  public var targetDocuments: Int { target.documents.count }
  public var referenceDocuments: Int { reference.documents.count }
  public var targetSize: Int { target.size }
  public var referenceSize: Int { reference.size }

  /// The key words that are asked for, overused ones first, strongest first.
  ///
  /// Every word that meets the minimum counts is tested, and p-values are corrected for their number,
  /// whatever is shown of them. Complexity: O(n log n) in the distinct words.
  public func keyWords(_ selection: KeyWordSelection) -> [KeyWord] {
    let surfaces = table.surfaces()
    var words: [KeyWord] = []
    for word in 0..<table.count {
      guard target.counts[word] + reference.counts[word] >= max(1, selection.minimumCount),
        target.documentCounts[word] + reference.documentCounts[word] >= selection.minimumDocuments,
        selection.hasFunctionWords || !table.isFunctionWord[word]
      else { continue }
      words.append(
        KeyWord(
          word: surfaces[word],
          occurrences: Keyness(
            target: target.counts[word], targetSize: target.size, rest: reference.counts[word],
            restSize: reference.size),
          documents: Keyness(
            target: target.documentCounts[word], targetSize: targetDocuments,
            rest: reference.documentCounts[word], restSize: referenceDocuments),
          welch: WelchTest(target.sample(word), reference.sample(word)),
          deviation: target.deviation(word), restDeviation: reference.deviation(word),
          adjustedSignificance: 1))
    }
    let adjusted = selection.correction.adjusted(words.map(\.occurrences.significance))
    for index in words.indices { words[index].adjustedSignificance = adjusted[index] }
    let tested = words.indices.filter { words[$0].welch != nil }
    let adjustedWelch = selection.correction.adjusted(tested.map { words[$0].welch!.significance })
    for (index, value) in zip(tested, adjustedWelch) {
      words[index].adjustedWelchSignificance = value
    }
    return selection.best(of: words)
  }
}
