/// How well a segmenter finds the words of a gold standard, by the measures of the SIGHAN bakeoffs
/// (Emerson 2005, "The Second International Chinese Word Segmentation Bakeoff").
///
/// A predicted word is correct if a gold word has exactly its range. Counts are summed over all
/// sentences and divided once, so that a long sentence weighs more than a short one. Every ratio is a
/// fraction of 1, and nil where it would divide by zero.
///
/// ```swift
/// var score = SegmentationScore()
/// for sentence in gold {
///   worker.segment(sentence.text, into: &tokens)
///   score.add(
///     SegmentationRegion.regions(gold: sentence.words, predicted: sentence.words(of: tokens)))
/// }
/// print(score.f1!)
/// ```
public struct SegmentationScore: Hashable, Sendable {
  /// What became of the gold words that are not in the training texts.
  public struct OutOfVocabulary: Hashable, Sendable {
    public var words = 0
    /// Those that were found.
    public var correct = 0

    public init(words: Int = 0, correct: Int = 0) {
      self.words = words
      self.correct = correct
    }
  }

  public private(set) var sentences = 0
  public private(set) var goldWords = 0
  public private(set) var predictedWords = 0
  public private(set) var correctWords = 0
  /// Predicted words that overlap a gold word so that neither contains the other.
  public private(set) var crossingWords = 0
  /// Nil as long as nothing was said about known words.
  public private(set) var outOfVocabulary: OutOfVocabulary?

  public init() {}

  /// Counts a sentence.
  ///
  /// Complexity: O(n).
  ///
  /// - Parameters:
  ///   - regions: of its gold and predicted words.
  ///   - isKnown: whether the gold word of that range is in the training texts; nil to leave out the
  ///     measures of words that are not.
  public mutating func add(
    _ regions: [SegmentationRegion], isKnown: ((Range<Int>) -> Bool)? = nil
  ) {
    sentences += 1
    for region in regions {
      goldWords += region.gold.count
      predictedWords += region.predicted.count
      if region.isAgreed { correctWords += 1 }
      crossingWords += region.crossingCount
    }
    guard let isKnown else { return }
    var unknown = outOfVocabulary ?? OutOfVocabulary()
    for region in regions {
      let count = region.gold.count { !isKnown($0) }
      unknown.words += count
      if region.isAgreed { unknown.correct += count }
    }
    outOfVocabulary = unknown
  }

  /// Adds the counts of other sentences.
  public mutating func add(_ other: SegmentationScore) {
    sentences += other.sentences
    goldWords += other.goldWords
    predictedWords += other.predictedWords
    correctWords += other.correctWords
    crossingWords += other.crossingWords
    guard let unknown = other.outOfVocabulary else { return }
    outOfVocabulary = OutOfVocabulary(
      words: (outOfVocabulary?.words ?? 0) + unknown.words,
      correct: (outOfVocabulary?.correct ?? 0) + unknown.correct)
  }
}
