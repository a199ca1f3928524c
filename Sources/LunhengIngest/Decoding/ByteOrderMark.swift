/// U+FEFF at the start of a file, which tells the charset and is not part of the text.
struct ByteOrderMark {
  let charset: Charset
  /// Bytes it takes.
  let length: Int

  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    // UTF-32LE stands before UTF-16LE, whose mark it begins with.
    let marks: [([UInt8], Charset)] = [
      ([0xEF, 0xBB, 0xBF], .utf8),
      ([0xFF, 0xFE, 0x00, 0x00], .utf32LittleEndian),
      ([0x00, 0x00, 0xFE, 0xFF], .utf32BigEndian),
      ([0xFF, 0xFE], .utf16LittleEndian),
      ([0xFE, 0xFF], .utf16BigEndian),
      ([0x84, 0x31, 0x95, 0x33], .gb18030),
    ]
    guard let (mark, charset) = marks.first(where: { bytes.starts(with: $0.0) }) else {
      return nil
    }
    self.charset = charset
    length = mark.count
  }
}
