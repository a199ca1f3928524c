import LunhengCore

/// A charset, by the name that `DecodedText.encoding` gives.
struct Charset: Hashable {
  let name: String

  init(_ name: String) {
    self.name = name
  }

  /// The charset that ICU knows by a name, which may be an alias; nil if there is none.
  init?(standardNameOf alias: String) {
    guard let name = CharsetConverter.standardName(of: alias) else { return nil }
    self.name = name
  }

  static let utf8 = Charset("UTF-8")
  static let utf16LittleEndian = Charset("UTF-16LE")
  static let utf16BigEndian = Charset("UTF-16BE")
  static let utf32LittleEndian = Charset("UTF-32LE")
  static let utf32BigEndian = Charset("UTF-32BE")
  static let gb18030 = Charset("GB18030")
  static let big5HKSCS = Charset("Big5-HKSCS")
  static let shiftJIS = Charset("Shift_JIS")
  static let eucKR = Charset("EUC-KR")

  /// Whether a unit takes two or four bytes, so that NUL and LF bytes are parts of characters.
  var isWide: Bool { name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") }

  /// Whether `other` is this charset with the byte order left open.
  func leavesOpenByteOrder(of other: Charset) -> Bool {
    name == "UTF-16" && other.name.hasPrefix("UTF-16")
      || name == "UTF-32" && other.name.hasPrefix("UTF-32")
  }
}
