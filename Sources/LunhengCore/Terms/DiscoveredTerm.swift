/// A recurring string that is a term, and what speaks for it.
public struct DiscoveredTerm: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Several words that segmentation knows.
    case phrase
    /// A word that segmentation cuts, or does not find.
    case word
    /// A person or a body.
    case name
    /// What texts put between quotation marks or title marks.
    case quoted
  }

  /// Folded units: what it counts as.
  public var folded: [UInt16]
  public var kind: Kind
  public var count: Int
  public var documents: Int
  /// Occurrences that start and end where words do, and those that are one word.
  public var aligned: Int
  public var whole: Int
  /// Occurrences between quotation marks or title marks.
  public var quoted: Int
  /// How far its parts hold together: pointwise mutual information at the weakest place, in nats (Church
  /// and Hanks, "Word association norms, mutual information, and lexicography", 1990).
  public var cohesion: Double
  /// How freely the characters before and after it vary, in nats (Jin and Tanaka-Ishii, "Unsupervised
  /// segmentation of Chinese text by use of branching entropy", 2006).
  public var entropyBefore: Double
  public var entropyAfter: Double
  /// Occurrences outside of longer terms, by length (Frantzi, Ananiadou and Mima, "Automatic recognition
  /// of multi-word terms: the C-value/NC-value method", 2000).
  public var cValue: Double
  /// Higher is better: see `TermSelection`.
  public var score: Double
  /// The place of its first document in the order that counting was given.
  public var firstRank: Int
}
