extension ModelFile {
  /// Checks that the bytes are a whole file of this layout, as it was written.
  ///
  /// Complexity: O(n).
  ///
  /// - Returns: the hash as sixteen hexadecimal digits.
  package static func checkedHash(
    of bytes: UnsafeRawBufferPointer
  ) throws(SegmenterModelError) -> String {
    guard bytes.count >= headerLength, bytes.starts(with: magic) else {
      throw .notAModel
    }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version == Self.version else {
      throw .unsupportedVersion(found: version, supported: Self.version)
    }
    let length = integer(bytes, at: 16)
    guard length == UInt64(bytes.count) else {
      throw .wrongLength(found: bytes.count, expected: length)
    }
    let hash = XXH64.hash(UnsafeRawBufferPointer(rebasing: bytes[headerLength...]))
    guard hash == integer(bytes, at: 24) else { throw .wrongHash }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The sections that lie within the file; others are left out.
  package static func sections(
    of bytes: UnsafeRawBufferPointer
  ) -> [Section: UnsafeRawBufferPointer] {
    guard bytes.count >= headerLength + 8 else { return [:] }
    let table = headerLength + 8
    let count = Int(clamping: integer(bytes, at: headerLength))
    var sections: [Section: UnsafeRawBufferPointer] = [:]
    for index in 0..<min(count, (bytes.count - table) / 24) {
      let entry = table + index * 24
      guard let section = Section(rawValue: integer(bytes, at: entry)),
        let offset = Int(exactly: integer(bytes, at: entry + 8)),
        let length = Int(exactly: integer(bytes, at: entry + 16)),
        offset <= bytes.count, length <= bytes.count - offset
      else { continue }
      sections[section] = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }
    return sections
  }

  private static func integer(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
