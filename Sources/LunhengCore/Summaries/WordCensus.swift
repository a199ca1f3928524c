import RealModule

/// How many documents have each word, and how many there are.
public struct WordCensus: Sendable {
  private var frequencies: [UInt64: Int32] = [:]
  public private(set) var documents = 0

  public init() {}

  /// - Parameter words: of one document, each once.
  public mutating func add(_ words: some Sequence<UInt64>) {
    documents += 1
    for word in words { frequencies[word, default: 0] += 1 }
  }

  /// The inverse document frequency: the logarithm of 2 for a word that all have, more for rarer ones.
  public func weight(of word: UInt64) -> Double {
    .log(1 + Double(max(documents, 1)) / Double(max(frequencies[word] ?? 0, 1)))
  }
}
