/// What a word may be used for in keywords.
enum WordRole: UInt8, Sendable {
  /// May stand alone as a keyword.
  case content
  /// May only be part of a phrase: a single character, a number, a word that is too general alone.
  case part
  /// Ends phrases and is no keyword: a stop word.
  case stop

  /// - Parameters:
  ///   - units: the word, folded.
  ///   - hash: its `WordHash`.
  init(of units: UnsafeBufferPointer<UInt16>, hash: UInt64, kind: TokenKind) {
    let stop = StopWords.kind(of: hash)
    if stop == .function {
      self = .stop
    } else if kind == .number || units.count < 2 || stop == .light {
      self = .part
    } else {
      // Of Latin words those of one letter, and of codes those without a letter.
      let isHan = units.contains { CharacterClass($0) == .han }
      self =
        !isHan && units.count < 3 && !units.contains { CharacterClass($0) == .letter }
        ? .part : .content
    }
  }

  init(of units: [UInt16], kind: TokenKind) {
    self = units.withUnsafeBufferPointer {
      WordRole(of: $0, hash: WordHash.of($0), kind: kind)
    }
  }
}
