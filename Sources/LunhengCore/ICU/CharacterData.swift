internal import CICU

/// Character properties and mappings, asked of ICU when a table is built and never per text.
public enum CharacterData {
  /// The ranges of scalars in a set that is given in ICU's UnicodeSet syntax, in order.
  public static func ranges(matching pattern: String) throws(ICUError) -> [ClosedRange<UInt32>] {
    final class Collected { var ranges: [ClosedRange<UInt32>] = [] }
    let collected = Collected()
    var status: Int32 = 0
    cicu_each_range(
      pattern, Unmanaged.passUnretained(collected).toOpaque(),
      { context, first, last in
        Unmanaged<Collected>.fromOpaque(context!).takeUnretainedValue().ranges.append(first...last)
      }, &status)
    try ICUError.check(status, "listing the characters of \"\(pattern)\"")
    return collected.ranges
  }

  /// NFKC_Casefold (UAX #44) of a scalar: empty for a default-ignorable one.
  public static func nfkcCasefold(_ scalar: UInt32) -> [UInt16] {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 32) { buffer in
      var status: Int32 = 0
      let count = cicu_nfkc_casefold(scalar, buffer.baseAddress, 32, &status)
      return status <= 0 ? Array(buffer[0..<Int(count)]) : Array(String(scalar).utf16)
    }
  }

  /// `text` through the ICU transform that `identifier` names, such as "Hant-Hans".
  public static func transliterate(
    _ text: String, by identifier: String
  ) throws(ICUError) -> String {
    var status: Int32 = 0
    let handle = cicu_transliterator_open(identifier, &status)
    try ICUError.check(status, "opening the transform \"\(identifier)\"")
    defer { cicu_transliterator_close(handle) }
    var units = Array(text.utf16)
    let length = units.count
    let capacity = length * 2 + 16
    units.append(contentsOf: repeatElement(0, count: capacity - length))
    let count = cicu_transliterate(handle, &units, Int32(length), Int32(capacity), &status)
    try ICUError.check(status, "the transform \"\(identifier)\"")
    return String(decoding: units[0..<Int(count)], as: UTF16.self)
  }
}
