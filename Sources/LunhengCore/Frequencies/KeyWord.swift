/// A word that is commoner, or rarer, in the target than in the reference.
public struct KeyWord: Hashable, Sendable {
  public var word: String
  /// Occurrences in running words.
  public var occurrences: Keyness
  /// Documents that have the word, in documents: text dispersion keyness (Egbert and Biber, "Incorporating
  /// text dispersion into keyword analyses", Corpora 14, 2019).
  public var documents: Keyness
  /// The word's rates in the documents of the target against those of the reference; nil where one of the
  /// two has a single document, or the rates have no spread.
  public var welch: WelchTest?
  /// DP over the documents of each; nil where there is but one, or no occurrence.
  public var deviation: Double?
  public var restDeviation: Double?
  /// Corrected for the number of words that were tested.
  public var adjustedSignificance: Double
  public var adjustedWelchSignificance: Double?

  public var isOverused: Bool { occurrences.isOverused }

  /// Whether the side that has more of the word has it in one document only, of several: it tells of that
  /// document and not of the side.
  public var isOfOneDocument: Bool {
    isOverused
      ? documents.target == 1 && documents.targetSize > 1
      : documents.rest == 1 && documents.restSize > 1
  }
}
