extension String {
  /// The text of UTF-16 units; a lone surrogate becomes U+FFFD.
  ///
  /// What `String(decoding:as: UTF16.self)` gives, which in the standard library goes through a
  /// transcoder one scalar at a time and took a third of keyword extraction.
  ///
  /// Complexity: O(n).
  public init(units: some Collection<UInt16>) {
    let fast = units.withContiguousStorageIfAvailable { String(contiguous: $0) }
    self = fast ?? Array(units).withUnsafeBufferPointer { String(contiguous: $0) }
  }

  private init(contiguous units: UnsafeBufferPointer<UInt16>) {
    self.init(unsafeUninitializedCapacity: units.count * 3) { Self.encodeUTF8(units, into: $0) }
  }

  /// Writes the UTF-8 of UTF-16 units to `bytes`, a lone surrogate as U+FFFD; gives how many bytes.
  ///
  /// - Precondition: `bytes` has room for three a unit; a supplementary character takes four for two.
  package static func encodeUTF8(
    _ units: UnsafeBufferPointer<UInt16>, into bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    func put(_ byte: UInt32) {
      bytes[count] = UInt8(truncatingIfNeeded: byte)
      count += 1
    }
    var index = 0
    while index < units.count {
      var scalar = UInt32(units[index])
      index += 1
      if scalar & 0xF800 == 0xD800 {
        if scalar < 0xDC00, index < units.count, units[index] & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + ((scalar & 0x3FF) << 10 | UInt32(units[index] & 0x3FF))
          index += 1
        } else {
          scalar = 0xFFFD
        }
      }
      switch scalar {
      case ..<0x80:
        put(scalar)
      case ..<0x800:
        put(0xC0 | scalar >> 6)
        put(0x80 | scalar & 0x3F)
      case ..<0x10000:
        put(0xE0 | scalar >> 12)
        put(0x80 | scalar >> 6 & 0x3F)
        put(0x80 | scalar & 0x3F)
      default:
        put(0xF0 | scalar >> 18)
        put(0x80 | scalar >> 12 & 0x3F)
        put(0x80 | scalar >> 6 & 0x3F)
        put(0x80 | scalar & 0x3F)
      }
    }
    return count
  }
}
