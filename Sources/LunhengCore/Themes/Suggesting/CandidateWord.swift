/// What a word may be in a term.
struct CandidateWord {
  /// Marks of its first and its last unit.
  private(set) var start: CandidateText.Marks = []
  private(set) var end: CandidateText.Marks = []

  /// - Parameter units: folded.
  init(_ units: [UInt16], kind: TokenKind) {
    let role = WordRole(of: units, kind: kind)
    if role == .content { start.insert(.content) }
    let isDigits = kind == .number && units.contains { CharacterClass($0) == .digit }
    if role == .stop || Self.isPointing(units) {
      start.insert(Self.connectors.contains(units) ? .connector : .breakingWord)
      if Self.suffixes.contains(units) { end.insert(.suffix) }
    } else if !isDigits {
      if !Self.measures.contains(units) { start.insert(.openingWord) }
      if !Self.particles.contains(units) { end.insert(.closingWord) }
    }
  }

  /// 該筆, 這項: a pronoun and what it counts.
  private static func isPointing(_ units: [UInt16]) -> Bool {
    units.count == 2 && pointers.contains(units[0])
  }

  private static let pointers = Set(FoldedText(Array("該這那某其".utf16)).units)

  /// Function words that stand within names: 食物及衞生局.
  private static let connectors = characters("及與和之")

  /// Function words that are also the last character of words: 房委會, 安置所, 消費者, 濕地.
  private static let suffixes = characters("會所者地")

  /// Words that count what follows: 個單位 is no term, 單位 is.
  private static let measures = characters("個名項屆筆間幅宗份張隻輛幢座位次條件層批類種元年月日時歲成倍")

  /// Words after which a term is never at its end: 空氣中 is no term, 空氣 is.
  private static let particles = characters("中到起次個元多方年月日")

  private static func characters(_ text: String) -> Set<[UInt16]> {
    Set(text.utf16.map { FoldedText([$0]).units })
  }
}
