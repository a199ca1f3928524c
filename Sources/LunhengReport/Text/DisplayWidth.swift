/// Columns that text takes on a terminal, after Unicode's East Asian Width (UAX #11).
///
/// Han, kana and full-width forms take 2 columns, combining marks and format characters 0, emoji 2,
/// and characters of ambiguous width 1, as terminals do outside of legacy CJK code pages.
public enum DisplayWidth {
  /// The columns of `text`. Complexity: O(*n*).
  public static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one user-perceived character.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    return isEmojiSequence(scalars) ? 2 : scalars.reduce(0) { $0 + of($1) }
  }

  /// `text`, or as much of its start as fits with … into `width` columns.
  public static func truncated(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    return width < 1 ? "" : prefix(of: text, columns: width - 1) + "…"
  }

  /// `text`, or as much of its end as fits with … into `width` columns: for paths, whose end tells
  /// more than their start.
  public static func truncatedAtStart(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    return width < 1 ? "" : "…" + suffix(of: text, columns: width - 1)
  }

  /// `text` with spaces added to fill `width` columns; unchanged if it is as wide already.
  public static func padded(
    _ text: String, to width: Int, alignment: TextAlignment = .leading
  ) -> String {
    let missing = max(0, width - of(text))
    let before =
      switch alignment {
      case .leading: 0
      case .center: missing / 2
      case .trailing: missing
      }
    return spaces(before) + text + spaces(missing - before)
  }

  /// The longest start of `text` that fits into `columns`.
  static func prefix(of text: some StringProtocol, columns: Int) -> String {
    var width = 0
    return String(
      text.prefix {
        width += of($0)
        return width <= columns
      })
  }

  /// The longest end of `text` that fits into `columns`.
  static func suffix(of text: some StringProtocol, columns: Int) -> String {
    var width = 0
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      width += of(text[before])
      if width > columns { break }
      start = before
    }
    return String(text[start...])
  }

  static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0..<0xA0: 0
    // The vowels and finals of conjoining Hangul join the syllable that their initial opened.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: 0
    // Most soft hyphens are shown by terminals, though a typesetter would hide them.
    case 0xAD: 1
    case 0xA0..<0x300: 1
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: isWide(scalar) ? 2 : 1
      }
    }
  }

  /// East_Asian_Width W or F. Emoji that are shown as pictures by default have it all; the other
  /// ranges are by block, unassigned characters within them included.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
      0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
      0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    case 0x1F1E6...0x1F1FF:
      // A regional indicator is wide only in the pair that makes a flag.
      false
    default:
      scalar.value >= 0x231A && scalar.properties.isEmojiPresentation
    }
  }

  /// Whether several scalars draw one picture: a flag, a keycap, a joined or a coloured emoji.
  private static func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0x200D, 0x20E3, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
      default: false
      }
    }
  }
}
