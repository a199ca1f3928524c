extension TerminalText {
  /// `text` on a line and, on the next, a caret below the scalar at `offset`; below the end if there is
  /// none.
  public static func excerpt(of text: String, at offset: Int) -> String {
    let before = oneLine(String(String.UnicodeScalarView(text.unicodeScalars.prefix(offset))))
    return "  \(oneLine(text))\n  \(DisplayWidth.spaces(DisplayWidth.of(before)))^"
  }
}
