import LunhengCore
import RealModule

/// Mixes what several sources say of how common words are.
///
/// A word's share is the geometric mean of its shares in the sources that know it: a word is as special
/// as they say on average, and a source that divides texts otherwise and lacks the word says nothing. What
/// a source calls a document may be a speech or a sentence, so that the shares of all are scaled to those of
/// the first, by the median ratio of the words that both know.
public struct BackgroundTraining: Sendable {
  /// A word or phrase of fewer documents is left out: 2 for words, more for phrases, most of which are
  /// accidents.
  public var leastDocuments = (words: 2, phrases: 6)
  /// Lines "key: value" for the file's header.
  public var information: [(key: String, value: String)] = []

  /// By hash, the logarithms of shares.
  private var first: [UInt64: Float] = [:]
  /// For each word, the sum of the logarithms of its scaled shares, and of how many sources that is.
  private var sums: [UInt64: (logarithm: Float, sources: Int32)] = [:]

  /// By hash, what the first list that says it calls the word.
  private var classes: [UInt64: WordClass] = [:]

  public init() {}

  /// Words in the file.
  public var count: Int { sums.count }

  /// Adds a list whose counts are documents in a thousand million, and whose tags are `WordClass`es.
  ///
  /// Of entries that fold alike the commonest counts.
  public mutating func add(_ list: TrainingLexicon) {
    var shares: [UInt64: Float] = [:]
    // Of entries that fold alike.
    var tagged: [UInt64: (count: Int, wordClass: WordClass)] = [:]
    for entry in list.entries where entry.count > 0 {
      let folded = FoldedText(Array(entry.word.utf16)).units
      guard !folded.isEmpty else { continue }
      let hash = folded.withUnsafeBufferPointer { WordHash.of($0) }
      shares[hash] = max(shares[hash] ?? 0, min(Float(entry.count) / 1e9, 1))
      if let wordClass = WordClass(name: entry.tag), wordClass != .unknown,
        entry.count > tagged[hash]?.count ?? 0
      {
        tagged[hash] = (entry.count, wordClass)
      }
    }
    for (hash, word) in tagged where classes[hash] == nil { classes[hash] = word.wordClass }
    add(shares.mapValues { .log($0) })
  }

  /// Adds what was counted in documents as one source.
  public mutating func add(_ counts: BackgroundCounts) {
    guard counts.documents > 0 else { return }
    func logarithms(_ documents: [UInt64: Int32], least: Int) -> [UInt64: Float] {
      documents.filter { $0.value >= least }
        .mapValues { .log(Float($0) / Float(counts.documents)) }
    }
    // A phrase may be one word to a list, which then knows it better.
    let phrases = logarithms(counts.phrases, least: leastDocuments.phrases)
      .filter { sums[$0.key] == nil }
    add(
      logarithms(counts.words, least: leastDocuments.words)
        .merging(phrases) { word, _ in word })
  }

  private mutating func add(_ source: [UInt64: Float]) {
    if first.isEmpty { first = source }
    let ratios = source.compactMap { hash, logarithm in first[hash].map { $0 - logarithm } }
      .sorted()
    let scale = ratios.isEmpty ? 0 : ratios[ratios.count / 2]
    for (hash, logarithm) in source {
      let sum = sums[hash] ?? (0, 0)
      sums[hash] = (sum.logarithm + logarithm + scale, sum.sources + 1)
    }
  }

  /// The bytes of a file of background frequencies.
  public func file() -> [UInt8] {
    BackgroundEntry.encode(
      sums.map {
        (
          $0.key, min(.exp($0.value.logarithm / Float($0.value.sources)), 1),
          classes[$0.key] ?? .unknown
        )
      },
      information: information.map { "\($0.key): \($0.value)\n" }.joined())
  }
}
