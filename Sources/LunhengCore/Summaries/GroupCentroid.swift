/// What a group of documents, or a theme in them, keeps coming back to: how often its sentences have each
/// word. Sums of integers, so that the order of documents does not show.
public struct GroupCentroid: Sendable {
  private var counts: [UInt64: Int32] = [:]
  /// How much less a word counts where it stands in the sentence itself and not in another one. Not all, so
  /// that a group of one sentence has it.
  private static let ownShare = 0.95
  /// Sentences added.
  public private(set) var sentences = 0

  public init() {}

  public mutating func add(_ sentence: SummarySentence) {
    sentences += 1
    for (word, count) in zip(sentence.words, sentence.counts) { counts[word, default: 0] += count }
  }

  public mutating func merge(_ other: GroupCentroid) {
    sentences += other.sentences
    counts.merge(other.counts) { $0 + $1 }
  }

  /// How much a sentence stands for the group: its product with the sum of the group's other sentences, where
  /// words weigh by their inverse document frequency, over the root of its length.
  ///
  /// Counts go by their power of ¾, so that the commonest words of a large group do not outweigh all that the
  /// sentence says of them.
  ///
  /// - Parameter weights: `WordCensus.weight` of each word of the sentence.
  public func score(of sentence: SummarySentence, weights: [Float]) -> Double {
    var sum = 0.0
    for index in sentence.words.indices {
      let own = Self.ownShare * Double(sentence.counts[index])
      let root = max(Double(counts[sentence.words[index]] ?? 0) - own, 0).squareRoot()
      sum += root * root.squareRoot() * Double(weights[index])
    }
    return sum * sentence.density
  }
}
