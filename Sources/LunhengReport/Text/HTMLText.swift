/// Text made safe to stand in HTML.
enum HTMLText {
  /// `text` as it can stand between tags and in quoted attributes. Control characters that HTML does
  /// not allow become U+FFFD.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: result.append(contentsOf: "&quot;".unicodeScalars)
      case 0x27: result.append(contentsOf: "&#39;".unicodeScalars)
      case 0x09, 0x0A, 0x0D: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `text` escaped, with the UTF-16 ranges in `highlights` marked. Ranges may overlap and come in any
  /// order; what lies outside of the text is ignored, and a range never splits a character in two.
  static func escaped(_ text: String, highlighting highlights: [Range<Int>]) -> String {
    let units = text.utf16
    func index(_ offset: Int) -> String.Index {
      let index = units.index(units.startIndex, offsetBy: min(max(0, offset), units.count))
      return index.samePosition(in: text.unicodeScalars) ?? units.index(before: index)
    }
    var result = ""
    var end = text.startIndex
    for range in merged(highlights) {
      let marked = index(range.lowerBound)..<index(range.upperBound)
      guard !marked.isEmpty else { continue }
      result += escaped(text[end..<marked.lowerBound])
      result += "<mark>\(escaped(text[marked]))</mark>"
      end = marked.upperBound
    }
    return result + escaped(text[end...])
  }

  /// `ranges` in order, those that touch or overlap joined.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    for range in sorted {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
