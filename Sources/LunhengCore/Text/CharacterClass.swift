/// What a UTF-16 unit is to segmentation, reflow and matching.
///
/// Decided by Unicode block in a few comparisons, because it is asked of every unit of every text;
/// `CharacterClassTests` holds it against ICU's Script and General_Category properties.
public enum CharacterClass: UInt8, Sendable {
  /// Han ideographs, the iteration mark 々 and 〇, and surrogates (the supplementary characters that
  /// occur in this material are Han).
  case han
  /// Kana and Bopomofo.
  case syllabary
  /// Letters of Latin, Greek and Cyrillic, half- and full-width.
  case letter
  /// Decimal digits, half- and full-width.
  case digit
  /// White space, the ideographic space included.
  case space
  /// Everything else: punctuation, symbols, controls.
  case other

  @inlinable
  public init(_ unit: UInt16) {
    switch unit {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x3005, 0x3007, 0xD800...0xDFFF,
      0x2E80...0x2FD5:
      self = .han
    case 0x61...0x7A, 0x41...0x5A, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xC0...0xD6, 0xD8...0xF6,
      0xF8...0x2AF, 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x386, 0x388...0x3FF,
      0x400...0x481, 0x48A...0x52F, 0x1E00...0x1FFF:
      self = .letter
    case 0x30...0x39, 0xFF10...0xFF19:
      self = .digit
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .space
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F,
      0x31A0...0x31BF, 0x31F0...0x31FF, 0xFF66...0xFF9F:
      self = .syllabary
    default:
      self = .other
    }
  }

  /// Whether a unit is white space. Quick for Han characters, none of which is below the last space.
  @inlinable
  public static func isSpace(_ unit: UInt16) -> Bool {
    unit <= 0x3000 && CharacterClass(unit) == .space
  }

  /// Letters and digits, which make words with their neighbours where Han characters need not.
  @inlinable
  public var isAlphanumeric: Bool { self == .letter || self == .digit }

  /// Unicode scalars in `units` that are not white space.
  public static func countOfCharacters(in units: some Sequence<UInt16>) -> Int {
    units.reduce(0) { count, unit in
      let isTrail = unit & 0xFC00 == 0xDC00
      return isTrail || CharacterClass(unit) == .space ? count : count + 1
    }
  }
}
