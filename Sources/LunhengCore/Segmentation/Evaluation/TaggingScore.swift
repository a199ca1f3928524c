/// How well a tagger finds parts of speech, by the measures of the CoNLL 2018 shared task (Zeman et al.,
/// "Multilingual parsing from raw text to Universal Dependencies"): on gold words, and together with the
/// segmenter's own words, where a word is correct if range and tag are.
///
/// Counts are summed over all sentences and divided once.
public struct TaggingScore: Hashable, Sendable {
  public private(set) var goldWords = 0
  /// Gold words that got their tag when the tagger was given the gold words.
  public private(set) var correctTags = 0
  public private(set) var predictedWords = 0
  /// Predicted words that are gold words and got their tag.
  public private(set) var correctPairs = 0

  public init() {}

  /// Counts a sentence that was tagged word by gold word.
  ///
  /// - Precondition: both are as long as there are words.
  public mutating func addGoldWords(gold: [PartOfSpeech], predicted: [PartOfSpeech]) {
    precondition(gold.count == predicted.count, "tags of different sentences")
    goldWords += gold.count
    correctTags += zip(gold, predicted).count { $0 == $1 }
  }

  /// Counts a sentence whose words were predicted too.
  ///
  /// - Parameters:
  ///   - regions: of its gold and predicted words.
  ///   - gold: by gold word.
  ///   - predicted: by predicted word.
  public mutating func addPredictedWords(
    _ regions: [SegmentationRegion], gold: [PartOfSpeech], predicted: [PartOfSpeech]
  ) {
    predictedWords += predicted.count
    correctPairs += regions.count {
      $0.isAgreed && gold[$0.gold.startIndex] == predicted[$0.predicted.startIndex]
    }
  }

  /// Adds the counts of other sentences.
  public mutating func add(_ other: TaggingScore) {
    goldWords += other.goldWords
    correctTags += other.correctTags
    predictedWords += other.predictedWords
    correctPairs += other.correctPairs
  }

  /// Of the gold words, those that got their tag; nil if there are none.
  public var accuracy: Double? { SegmentationScore.ratio(correctTags, goldWords) }

  /// The harmonic mean of precision and recall of words with their tags; nil if there are none.
  public var f1: Double? { SegmentationScore.ratio(2 * correctPairs, goldWords + predictedWords) }
}
