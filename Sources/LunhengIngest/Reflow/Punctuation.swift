import LunhengCore

/// What punctuation says about where sentences and paragraphs end.
enum Punctuation {
  private static let sentenceEnds = Set("。！？!?…．".utf16)
  private static let closers = Set("」』）》〉】〕”’)]\"'".utf16)
  private static let questionMarks = Set("？！?!".utf16)
  private static let bullets = Set("•●○◆■□▪–—*・".utf16)
  private static let openingBrackets = Set("（(".utf16)
  private static let listNumerals = Set("0123456789０１２３４５６７８９一二三四五六七八九十甲乙丙丁".utf16)
  private static let clauseMarks = Set("，。；！？,;".utf16)
  private static let listIntroductions = Set("：:；;".utf16)
  private static let prohibitedAtStart = Set("，。、；：！？」』）》〉】〕”’…,.;:!?)]".utf16)
  private static let prohibitedAtEnd = Set("「『（《〈【〔“‘([".utf16)

  /// Whether a sentence ends here: a full stop or its like, with or without closing quotes after it.
  static func endsSentence(_ units: ArraySlice<UInt16>) -> Bool {
    var rest = units
    while let last = rest.last, closers.contains(last) { rest.removeLast() }
    guard let last = rest.last else { return false }
    // A Latin full stop ends a sentence, but not between digits or in an initial.
    return sentenceEnds.contains(last) || (last == 0x2E && rest.count > 2)
  }

  /// Whether the text asks or exclaims at its very end.
  static func asksOrExclaims(_ units: some BidirectionalCollection<UInt16>) -> Bool {
    units.last.map(questionMarks.contains) ?? false
  }

  /// Whether a line may stand by itself though no sentence ends there: it closes a quotation or
  /// bracket, or introduces a list.
  static func closesOrIntroduces(_ units: ArraySlice<UInt16>) -> Bool {
    guard let last = units.last else { return false }
    return closers.contains(last) || listIntroductions.contains(last)
  }

  /// Whether the text has clauses, as prose has and headings and names have not.
  static func hasClauses(_ units: ArraySlice<UInt16>) -> Bool {
    units.contains(where: clauseMarks.contains)
  }

  /// Whether typesetting rules (禁則) would never start a line with this unit.
  static func isProhibitedAtLineStart(_ unit: UInt16) -> Bool { prohibitedAtStart.contains(unit) }

  /// Whether typesetting rules would never end a line with this unit.
  static func isProhibitedAtLineEnd(_ unit: UInt16) -> Bool { prohibitedAtEnd.contains(unit) }

  /// Whether a line starts an item of a list: 「（一）」「一、」「1.」「(a)」「•」「第3條」.
  static func startsListItem(_ units: ArraySlice<UInt16>) -> Bool {
    guard let first = units.first else { return false }
    if bullets.contains(first) { return units.count > 2 }
    var rest = units
    let isBracketed = openingBrackets.contains(first)
    if isBracketed { rest.removeFirst() }
    let numeral = rest.prefix { listNumerals.contains($0) }
    guard (1...3).contains(numeral.count), let mark = rest.dropFirst(numeral.count).first
    else { return false }
    if isBracketed { return closers.contains(mark) }
    return mark == 0x3001 || mark == 0xFF0E
      || (mark == 0x2E
        && rest.dropFirst(numeral.count + 1).first.map { CharacterClass($0) != .digit } ?? false)
  }
}
