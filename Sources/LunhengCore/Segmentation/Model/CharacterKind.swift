/// What a character is to the boundary model. Three of them in a row pick a row of weights.
package enum CharacterKind: UInt8, CaseIterable, Sendable {
  /// White space, and what lies before and after the text.
  case edge
  case han
  case digit
  /// Letters of Latin, Greek and Cyrillic.
  case letter
  /// Chinese numerals and the words that go with them (幾 多 半).
  case numeral
  /// Brackets, quotation marks, symbols.
  case symbol
  /// Marks that end or divide sentences.
  case punctuation
  /// Whatever else: kana, other scripts, emoji. ICU alone divides it.
  case foreign
}

/// The numbers of characters in the boundary model. Those from `firstKnown` up name one character each.
package enum CharacterID {
  package static let space: UInt16 = 0
  /// Belongs to the character before it: combining marks, joiners, variation selectors.
  package static let attached: UInt16 = 1
  /// Letters of other scripts.
  package static let foreignLetter: UInt16 = 2
  package static let foreignSymbol: UInt16 = 3
  /// First half of an ideograph beyond the Basic Multilingual Plane.
  package static let hanLead: UInt16 = 4
  /// First half of any other supplementary character.
  package static let foreignLead: UInt16 = 5
  package static let trail: UInt16 = 6
  package static let digit: UInt16 = 7
  package static let letter: UInt16 = 8
  /// An ideograph that the model does not know.
  package static let unknownHan: UInt16 = 9
  package static let unknownSymbol: UInt16 = 10
  package static let firstKnown: UInt16 = 16
  /// A free place of the trie; no character has it.
  package static let none: UInt16 = 0x3FFF

  /// The kinds of the numbers below `firstKnown`.
  package static let reservedKinds: [CharacterKind] =
    [
      .edge, .han, .foreign, .foreign, .han, .foreign, .foreign, .digit, .letter, .han, .symbol,
    ] + [CharacterKind](repeating: .symbol, count: 5)
}
