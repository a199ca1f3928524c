/// Text of unknown origin, made fit to be printed on a terminal.
public enum TerminalText {
  /// `text` on one line and without anything that a terminal would obey: line breaks and tabs become
  /// a space, other control characters a visible picture, and marks that reorder text are dropped.
  ///
  /// Titles and passages come out of files that anybody may have written; an escape sequence in one
  /// must not move the cursor or rename the window.
  public static func oneLine(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: { !isHarmless($0) }) else { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029:
        // One space for CRLF, and none beside a space that is there.
        if result.last != " " { result.append(" ") }
      case 0..<0x20:
        result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F:
        result.append("\u{2421}")
      case 0x80..<0xA0:
        result.append("\u{FFFD}")
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        break
      default:
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x200E, 0x2010..<0x2028, 0x202F..<0x2066, 0x206A...: true
    default: false
    }
  }
}
