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
    start = wordStart(start, units)
    end = wordEnd(end, units)
    // A surrogate pair is not cut.
    if start > 0, units[start] & 0xFC00 == 0xDC00 { start -= 1 }
    if end < units.count, units[end] & 0xFC00 == 0xDC00 { end += 1 }
    let isCutBefore = start > 0 && !isEnd(units[start - 1])
    let isCutAfter = end < units.count && !isEnd(units[end - 1])
    while start < range.lowerBound, CharacterClass.isSpace(units[start]) { start += 1 }
    while end > range.upperBound, CharacterClass.isSpace(units[end - 1]) { end -= 1 }
    var shown: [UInt16] = []
    shown.reserveCapacity(end - start + 2)
    if isCutBefore { shown.append(ellipsis) }
    shown += units[start..<end]
    if isCutAfter { shown.append(ellipsis) }
    return String(units: shown)
  }

  /// Where the Latin word begins that would be cut at `start`.
  private static func wordStart(_ start: Int, _ units: [UInt16]) -> Int {
    var moved = start
    while moved > 0, moved < units.count, start - moved < margin,
      CharacterClass(units[moved]).isAlphanumeric, CharacterClass(units[moved - 1]).isAlphanumeric
    {
      moved -= 1
    }
    return moved
  }

  private static func wordEnd(_ end: Int, _ units: [UInt16]) -> Int {
    var moved = end
    while moved > 0, moved < units.count, moved - end < margin,
      CharacterClass(units[moved]).isAlphanumeric, CharacterClass(units[moved - 1]).isAlphanumeric
    {
      moved += 1
    }
    return moved
  }

  private static func isEnd(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A: true
    default: false
    }
  }
}
