/// What a word mostly is, whatever the sentence: as much of parts of speech as keywords need, without
/// tagging the text.
public enum WordClass: UInt8, CaseIterable, Sendable {
  /// No list knows the word: a new term, a name, a rare compound.
  case unknown
  case noun
  /// Names of people, places, bodies and works.
  case properNoun
  case verb
  /// A verb that serves as a noun as it is (發展, 研究).
  case verbalNoun
  case adjective
  /// Prefixes and suffixes.
  case affix
  /// Adverbs, numerals, measure words, pronouns, prepositions, conjunctions; idioms.
  case function

  private static let names = ["", "NOUN", "PROPN", "VERB", "VN", "ADJ", "AFFIX", "X"]

  /// - Parameter name: as lists for training call it; nil comes of any other.
  package init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}
