/// A few words around an occurrence, to show what it is about.
public enum KeywordSnippet {
  /// Units shown on either side at most.
  private static let margin = 20
  private static let ellipsis: UInt16 = 0x2026

  /// The sentence that `range` stands in, cut to some twenty characters on either side.
  ///
  /// Complexity: O(1).
  ///
  /// - Parameter units: those of a block.
  public static func text(around range: Range<Int>, of units: [UInt16]) -> String {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < margin, !isEnd(units[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < units.count, end - range.upperBound < margin {
      end += 1
      if isEnd(units[end - 1]) { break }
    }
    // A surrogate pair is not cut.
    if start > 0, units[start] & 0xFC00 == 0xDC00 { start -= 1 }
    if end < units.count, units[end] & 0xFC00 == 0xDC00 { end += 1 }
    let isCutBefore = start > 0 && !isEnd(units[start - 1])
    let isCutAfter = end < units.count && !isEnd(units[end - 1])
    while start < range.lowerBound, CharacterClass.isSpace(units[start]) { start += 1 }
    while end > range.upperBound, CharacterClass.isSpace(units[end - 1]) { end -= 1 }
    return String(
      units: (isCutBefore ? [ellipsis] : []) + units[start..<end] + (isCutAfter ? [ellipsis] : []))
  }

  private static func isEnd(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A: true
    default: false
    }
  }
}
