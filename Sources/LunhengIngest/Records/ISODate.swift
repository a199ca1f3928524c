import LunhengCore

/// A date of ISO 8601, alone or with a time.
enum ISODate {
  /// The date of `2023-12-18`, `2023-12-18T08:30`, `2023-12-18T08:30:00.5+08:00` or the like; nil for
  /// anything else. As RFC 3339 allows, a space may stand for the T.
  static func date(of text: String) -> CalendarDate? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10,
      let date = CalendarDate(iso8601: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    return bytes.count == 10 || isTime(bytes[10...]) ? date : nil
  }

  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    guard let mark = rest.popFirst(), [0x54, 0x74, 0x20].contains(mark),
      number(&rest, upTo: 24), skip(":", &rest), number(&rest, upTo: 59)
    else { return false }
    if skip(":", &rest) {
      // 60 is a leap second.
      guard number(&rest, upTo: 60) else { return false }
      if skip(".", &rest) || skip(",", &rest) {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return false }
        rest = rest[digits.endIndex...]
      }
    }
    if rest.isEmpty || rest.elementsEqual("Z".utf8) || rest.elementsEqual("z".utf8) { return true }
    guard skip("+", &rest) || skip("-", &rest), number(&rest, upTo: 23) else { return false }
    if rest.isEmpty { return true }
    _ = skip(":", &rest)
    return number(&rest, upTo: 59) && rest.isEmpty
  }

  private static func skip(_ byte: Unicode.Scalar, _ bytes: inout ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: byte) else { return false }
    bytes.removeFirst()
    return true
  }

  /// Goes past two digits that make no more than `limit`.
  private static func number(_ bytes: inout ArraySlice<UInt8>, upTo limit: Int) -> Bool {
    let digits = bytes.prefix(2)
    guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    bytes.removeFirst(2)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= limit
  }
}
