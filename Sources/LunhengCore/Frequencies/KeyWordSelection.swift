/// Which words of two bodies of text are tested for keyness, and which of them are given.
public struct KeyWordSelection: Hashable, Sendable {
  /// Which of the two has more of the words.
  public enum Use: String, CaseIterable, Sendable {
    /// The target.
    case over
    /// The reference.
    case under
    case both
  }

  /// What a word's significance is that of.
  public enum Test: String, CaseIterable, Sendable {
    /// G² of the occurrences, which takes them for independent of each other.
    case words
    /// Welch's t of the rates in documents.
    case documents
  }

  /// Words are tested that have as many occurrences, and documents, in the two together.
  public var minimumCount = 5
  public var minimumDocuments = 1
  public var hasFunctionWords = false
  public var correction = MultipleTesting.holm

  public var use = Use.over
  public var test = Test.words
  /// At most so likely by chance, corrected, by `test`; nil for any.
  public var maximumSignificance: Double?
  /// At least so far from 0 on the side of `use`.
  public var minimumLogRatio = 0.0
  public var order = KeyWordOrder.logLikelihood
  /// Of simple maths, per million.
  public var smoothing = 1.0
  /// Words of each use.
  public var limit = 50

  public init() {}

  func accepts(_ word: KeyWord) -> Bool {
    // What both have their share of is neither over- nor underused.
    guard word.isOverused || word.occurrences.logLikelihood < 0 else { return false }
    guard abs(word.occurrences.logRatio) >= minimumLogRatio else { return false }
    guard let maximumSignificance else { return true }
    switch test {
    case .words: return word.adjustedSignificance <= maximumSignificance
    case .documents:
      return word.adjustedWelchSignificance.map { $0 <= maximumSignificance } ?? false
    }
  }

  /// The best of `words`, overused ones first, each use strongest first; equals by text.
  func best(of words: [KeyWord]) -> [KeyWord] {
    let accepted = words.filter(accepts).map {
      (word: $0, strength: order.strength(of: $0, smoothing: smoothing))
    }
    func best(isOverused: Bool) -> [KeyWord] {
      let sorted = accepted.filter { $0.word.isOverused == isOverused }.sorted { left, right in
        left.strength != right.strength
          ? left.strength > right.strength
          : left.word.word.unicodeScalars.lexicographicallyPrecedes(right.word.word.unicodeScalars)
      }
      return sorted.prefix(limit).map(\.word)
    }
    return (use == .under ? [] : best(isOverused: true))
      + (use == .over ? [] : best(isOverused: false))
  }
}
