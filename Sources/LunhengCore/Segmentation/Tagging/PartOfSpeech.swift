/// The part of speech of a word: the universal tags of Universal Dependencies 2 (de Marneffe, Manning,
/// Nivre and Zeman, "Universal Dependencies", Computational Linguistics 47, 2021).
///
/// ```swift
/// PartOfSpeech.properNoun.name       // "PROPN"
/// PartOfSpeech(name: "CCONJ")        // .coordinatingConjunction
/// ```
public enum PartOfSpeech: UInt8, CaseIterable, Sendable {
  case adjective
  /// Prepositions and postpositions (在, 中).
  case adposition
  case adverb
  /// Modal verbs, copulas and aspect markers (會, 是, 了).
  case auxiliary
  case coordinatingConjunction
  case determiner
  case interjection
  case noun
  case numeral
  /// Particles, prefixes and suffixes (的, 者).
  case particle
  case pronoun
  case properNoun
  case punctuation
  case subordinatingConjunction
  case symbol
  case verb
  /// Whatever has no other tag: foreign words, white space.
  case other

  private static let names = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ]

  /// Characters of the longest name.
  package static let longestName = 5

  /// The tag as Universal Dependencies writes it.
  public var name: String { Self.names[Int(rawValue)] }

  /// - Parameter name: a tag as Universal Dependencies writes it; nil comes of any other.
  public init?(name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}
