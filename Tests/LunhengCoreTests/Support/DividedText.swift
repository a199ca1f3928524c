import LunhengCore

/// A text made of words, with a token for each.
func divided(_ words: [some StringProtocol]) -> (units: [UInt16], tokens: [Token]) {
  var units: [UInt16] = []
  var tokens: [Token] = []
  for word in words {
    let start = units.count
    units += Array(word.utf16)
    let kind: TokenKind =
      switch CharacterClass(units[start]) {
      case .digit: .number
      case .other: .symbol
      default: .word
      }
    tokens.append(Token(start: start, end: units.count, kind: kind))
  }
  return (units, tokens)
}
