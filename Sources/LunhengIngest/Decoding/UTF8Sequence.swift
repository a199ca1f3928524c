/// One well- or ill-formed sequence of UTF-8 (Unicode Standard, table 3-7).
struct UTF8Sequence {
  /// The scalar, or U+FFFD for an ill-formed sequence.
  var scalar: UInt32
  /// Bytes it takes. Of an ill-formed sequence, its maximal subpart: what could have begun a
  /// character, and at least one byte (section 3.9, "U+FFFD substitution of maximal subparts").
  var length: Int
  var isWellFormed: Bool

  /// Reads the sequence at `index`, which must be less than `end`.
  @inline(__always)
  init(at index: Int, in base: UnsafePointer<UInt8>, end: Int) {
    let lead = base[index]
    // Bytes that follow, and the range of the first of them; the others are 80...BF. These ranges
    // are what excludes overlong forms, surrogates and what is beyond U+10FFFF.
    let following: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0x00...0x7F: following = 0
    case 0xC2...0xDF: following = 1
    case 0xE0...0xEF:
      following = 2
      if lead == 0xE0 { low = 0xA0 } else if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      following = 3
      if lead == 0xF0 { low = 0x90 } else if lead == 0xF4 { high = 0x8F }
    default:
      self.init(illFormed: 1)
      return
    }
    if following == 0 {
      self.init(scalar: UInt32(lead), length: 1, isWellFormed: true)
      return
    }
    var value = UInt32(lead) & (0x3F >> UInt32(following))
    for step in 1...following {
      guard index + step < end, base[index + step] >= low, base[index + step] <= high else {
        self.init(illFormed: step)
        return
      }
      value = value << 6 | UInt32(base[index + step] & 0x3F)
      low = 0x80
      high = 0xBF
    }
    self.init(scalar: value, length: following + 1, isWellFormed: true)
  }

  @inline(__always)
  private init(illFormed length: Int) {
    self.init(scalar: 0xFFFD, length: length, isWellFormed: false)
  }

  @inline(__always)
  private init(scalar: UInt32, length: Int, isWellFormed: Bool) {
    self.scalar = scalar
    self.length = length
    self.isWellFormed = isWellFormed
  }

  /// The UTF-16 unit of the three-byte sequence in the low bytes of `word`; nil if they are anything
  /// else. Most bytes of a Chinese text are in such sequences, so they have a test of their own.
  @inline(__always)
  static func threeByteUnit(_ word: UInt32) -> UInt16? {
    guard word & 0xC0C0F0 == 0x8080E0 else { return nil }
    let unit = (word & 0x0F) << 12 | (word >> 2) & 0x0FC0 | (word >> 16) & 0x3F
    guard unit >= 0x800, unit & 0xF800 != 0xD800 else { return nil }
    return UInt16(truncatingIfNeeded: unit)
  }

  /// Four bytes at `index` as a little-endian number.
  @inline(__always)
  static func word(at index: Int, in base: UnsafePointer<UInt8>) -> UInt32 {
    UInt32(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt32.self))
  }

  /// The index of the first byte from `index` on that is not ASCII, or `end`.
  @inline(__always)
  static func endOfASCII(from index: Int, in base: UnsafePointer<UInt8>, end: Int) -> Int {
    var index = index
    while index + 8 <= end {
      let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < end, base[index] < 0x80 { index += 1 }
    return index
  }
}
