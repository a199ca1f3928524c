/// A document as numbered words in reading order, ready for counting.
///
/// `boundary` stands where a word sequence is broken: punctuation, the end of a block. Words are
/// numbered by their folded units, so that 線 and 綫 are one word, and shown as first printed.
struct WordStream: Sendable {
  /// Not a word: nothing is joined or linked across it.
  static let boundary: Int32 = -1

  /// Word numbers in `vocabulary`, or `boundary`.
  var words: [Int32] = []
  /// What each number stands for, folded.
  private(set) var vocabulary = Vocabulary()
  /// By word number: the text as first printed, and what the word may be used for.
  private(set) var surfaces: [String] = []
  private(set) var roles: [Role] = []

  enum Role: UInt8, Sendable {
    /// May stand alone as a keyword.
    case content
    /// May only be part of a phrase: a single character, a number, a word that is too general alone.
    case part
    /// Ends phrases and is no keyword: a stop word.
    case stop
  }

  /// - Parameter blocks: units and tokens of each content block; the tokens tile the units.
  init(_ blocks: some Sequence<(units: [UInt16], tokens: [Token])>) {
    var folded = FoldedText()
    for block in blocks {
      folded.fold(block.units)
      // Folded units stand in the order of the text, so that one walk finds those of each token.
      var next = 0
      for token in block.tokens {
        while next < folded.origins.count, folded.origins[next] < token.start { next += 1 }
        let start = next
        while next < folded.origins.count, folded.origins[next] < token.end { next += 1 }
        switch token.kind {
        case .space: break
        case .symbol: words.append(Self.boundary)
        case .word, .number:
          guard start < next else { continue }
          words.append(
            number(of: folded.units[start..<next], printed: block.units[token.range], token.kind))
        }
      }
      words.append(Self.boundary)
    }
  }

  private mutating func number(
    of folded: ArraySlice<UInt16>, printed: ArraySlice<UInt16>, _ kind: TokenKind
  ) -> Int32 {
    let number = vocabulary.intern(folded)
    if Int(number) == surfaces.count {
      surfaces.append(String(units: printed))
      roles.append(Self.role(of: Array(folded), kind: kind))
    }
    return number
  }

  /// The number of the phrase made of two words that stand side by side.
  mutating func join(_ left: Int32, _ right: Int32) -> Int32 {
    let leftUnits = vocabulary.word(left)
    let rightUnits = vocabulary.word(right)
    let spaced =
      CharacterClass(leftUnits.last!).isAlphanumeric
      && CharacterClass(rightUnits.first!).isAlphanumeric
    let number = vocabulary.intern((leftUnits + (spaced ? [0x20] : []) + rightUnits)[...])
    if Int(number) == surfaces.count {
      surfaces.append(surfaces[Int(left)] + (spaced ? " " : "") + surfaces[Int(right)])
      roles.append(.content)
    }
    return number
  }

  /// Folded units in the word with this number.
  func length(of number: Int32) -> Int { vocabulary.word(number).count }

  /// What a word may be used for, by its folded units.
  static func role(of units: [UInt16], kind: TokenKind) -> Role {
    if StopWords.isFunctionWord(units) { return .stop }
    if kind == .number || units.count < 2 || StopWords.isLight(units) { return .part }
    let isLatin = units.allSatisfy { CharacterClass($0) != .han }
    return isLatin && units.count < 3 && !units.contains { CharacterClass($0) == .letter }
      ? .part : .content
  }
}
