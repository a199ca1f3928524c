/// Tells UTF-16 without a byte-order mark by how the bytes look in either order.
enum UTF16Pattern {
  /// The byte order in which `bytes` are text; nil if they are in neither. Looks at the first 64 KiB.
  static func byteOrder(of bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
    guard sample.count >= 8 else { return nil }
    let little = census(of: sample, low: 0)
    let big = census(of: sample, low: 1)
    let (better, charset): (CharacterCensus, Charset) =
      little.soundnessWithPlain >= big.soundnessWithPlain
      ? (little, .utf16LittleEndian) : (big, .utf16BigEndian)
    // Hardly anything strange, which Big5 and GB18030 read as UTF-16 are full of, and some share of
    // ordinary characters. Where the bytes are also UTF-8 with a control character among them, most
    // must be ordinary: then it is ASCII with a NUL in every other byte.
    let isAlsoUTF8 =
      UTF8Decoder.survey(sample, from: 0, isTolerant: true).undecodableSequences <= 1
    let isText =
      better.unsound * 10 <= better.total
      && better.soundnessWithPlain >= (isAlsoUTF8 ? 0.6 : 0.15)
    return isText ? charset : nil
  }

  /// The census of the byte pairs, of which `low` (0 or 1) is the index of the less significant one.
  private static func census(
    of sample: UnsafeBufferPointer<UInt8>, low: Int
  ) -> CharacterCensus {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: sample.count / 2) { units in
      for index in 0..<sample.count / 2 {
        units[index] =
          UInt16(sample[index * 2 + low]) | UInt16(sample[index * 2 + 1 - low]) << 8
      }
      var census = CharacterCensus()
      census.add(UnsafeBufferPointer(units))
      return census
    }
  }
}
