/// An escape in a JSON string, such as `\n`, `\u4e2d` or the two that make a surrogate pair.
struct JSONEscape {
  /// The first unit; U+FFFD for half a surrogate pair.
  var unit: UInt16
  /// The second unit of a pair.
  var trail: UInt16?
  /// Bytes it takes.
  var length: Int
  var isLoneSurrogate = false

  /// Reads the escape at `index`, which the scanner has found valid. `end` is the end of the string.
  @inline(__always)
  init(at index: Int, in base: UnsafePointer<UInt8>, end: Int) {
    trail = nil
    guard base[index + 1] == UInt8(ascii: "u") else {
      unit = Self.short(base[index + 1])
      length = 2
      return
    }
    unit = Self.unit(at: index, in: base)
    length = 6
    guard unit & 0xF800 == 0xD800 else { return }
    if unit & 0xFC00 == 0xD800, index + 12 <= end, base[index + 6] == UInt8(ascii: "\\"),
      base[index + 7] == UInt8(ascii: "u")
    {
      let next = Self.unit(at: index + 6, in: base)
      if next & 0xFC00 == 0xDC00 {
        trail = next
        length = 12
        return
      }
    }
    unit = 0xFFFD
    isLoneSurrogate = true
  }

  @inline(__always)
  static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  /// The unit of the `\uXXXX` at `index`, whose digits are known to be digits.
  @inline(__always)
  private static func unit(at index: Int, in base: UnsafePointer<UInt8>) -> UInt16 {
    var unit: UInt16 = 0
    for digit in index + 2..<index + 6 {
      // The low four bits of "A" and "a" are 1, those of "0" are 0; only letters have bit 6 set.
      unit = unit << 4 | UInt16(base[digit] & 0x0F &+ base[digit] >> 6 &* 9)
    }
    return unit
  }

  private static func short(_ byte: UInt8) -> UInt16 {
    switch byte {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: UInt16(byte)
    }
  }
}
