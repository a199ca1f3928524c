import LunhengCore

/// A line of a text as it stands in the file, with what reflow wants to know of it.
struct Line {
  /// From 1, in the file.
  var number: Int
  /// Units of the text without the white space around them; empty for a blank line.
  var content: Range<Int>
  /// The unit after the last of the line, its terminator not included.
  var end: Int
  /// White space before the content, in ems: 0.5 for a space, 1 for an ideographic one.
  var indent: Double
  /// Width of the content in ems: a Han character is 1, a Latin letter 0.5.
  var width: Double
  /// From 1; counts form feeds.
  var page: Int
  /// A running head or page number.
  var isFurniture = false

  var isBlank: Bool { content.isEmpty }
}

extension Line {
  /// The lines of a text. CR, LF and CRLF end a line; a form feed starts a page.
  ///
  /// Complexity: O(n).
  static func scan(_ units: [UInt16]) -> [Line] {
    var lines: [Line] = []
    var page = 1
    var start = 0
    while start < units.count {
      var end = start
      while end < units.count, units[end] != 0x0A, units[end] != 0x0D { end += 1 }
      var low = start
      var indent = 0.0
      while low < end, CharacterClass(units[low]) == .space {
        if units[low] == 0x0C { page += 1 }
        indent += units[low] == 0x3000 ? 1 : 0.5
        low += 1
      }
      var high = end
      var pagesAfter = 0
      while high > low, CharacterClass(units[high - 1]) == .space {
        high -= 1
        if units[high] == 0x0C { pagesAfter += 1 }
      }
      lines.append(
        Line(
          number: lines.count + 1, content: low..<high, end: end, indent: indent,
          width: width(of: units[low..<high]), page: page))
      page += pagesAfter
      let isCRLF = end + 1 < units.count && units[end] == 0x0D && units[end + 1] == 0x0A
      start = end + (isCRLF ? 2 : 1)
    }
    return lines
  }

  /// Width in ems as a typesetter of Chinese reckons it.
  static func width(of units: ArraySlice<UInt16>) -> Double {
    units.reduce(0) { width, unit in
      switch unit {
      case 0xDC00...0xDFFF: width  // the second half of a character counted already
      case 0x1100..., 0x2014...0x2015, 0x2018...0x201D, 0x2025...0x2026: width + 1
      default: width + 0.5
      }
    }
  }
}
