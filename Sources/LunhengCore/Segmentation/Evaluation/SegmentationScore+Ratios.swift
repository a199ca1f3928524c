extension SegmentationScore {
  /// Of the predicted words, those that are correct.
  public var precision: Double? { Self.ratio(correctWords, predictedWords) }

  /// Of the gold words, those that were found.
  public var recall: Double? { Self.ratio(correctWords, goldWords) }

  /// The harmonic mean of precision and recall.
  public var f1: Double? { Self.ratio(2 * correctWords, goldWords + predictedWords) }

  /// Of the predicted words, those that cross a boundary of gold words and are neither a part of one
  /// nor made of whole ones.
  ///
  /// Lexical standards differ in how far they divide (北京大學 or 北京 大學), which precision and recall
  /// punish as they do nonsense; a crossing word is wrong by any of them.
  public var crossingRate: Double? { Self.ratio(crossingWords, predictedWords) }

  /// Of the gold words, those that are not in the training texts.
  public var outOfVocabularyRate: Double? {
    outOfVocabulary.flatMap { Self.ratio($0.words, goldWords) }
  }

  /// Of the gold words that are not in the training texts, those that were found.
  public var outOfVocabularyRecall: Double? {
    outOfVocabulary.flatMap { Self.ratio($0.correct, $0.words) }
  }

  static func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}
