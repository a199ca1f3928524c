import LunhengCore

/// Decodes the bytes of a text file to UTF-16, and tells of each unit where it stands in the file.
///
/// The charset is found by, in this order: the byte-order mark; valid UTF-8; the pattern of UTF-16;
/// and among Big5-HKSCS and GB18030 (Shift_JIS and EUC-KR where ICU's detector is sure) by validity,
/// by what ICU's detector makes of it, and by whether the text has the characters that Chinese has.
///
/// ```swift
/// let text = try TextDecoder.decode(FileBytes.read("op-ed.txt"))
/// text.source.position(at: 0).line  // 1
/// ```
public enum TextDecoder {
  /// Decodes a file.
  ///
  /// A sequence that cannot be decoded becomes one U+FFFD and is listed in `problems`. No more than
  /// 1% of the bytes may be so, or in a short file one damaged character.
  ///
  /// Complexity: O(bytes). Memory: the text, two bytes a unit, and 56 bytes for each change of script
  /// and each line.
  ///
  /// - Parameter forced: the name of the charset, as ICU knows it, if it is not to be found.
  /// - Throws: `unknownEncoding`, or `undecodable` if no charset or not the forced one fits.
  public static func decode(
    _ file: FileBytes, forced: String? = nil
  ) throws(IngestError) -> DecodedText {
    try file.withBytes { (bytes) throws(IngestError) in
      try decode(bytes, path: file.path, forced: forced)
    }
  }

  /// Decodes bytes; see `decode(_:forced:)`. `path` is named in errors.
  public static func decode(
    _ bytes: [UInt8], path: String = "-", forced: String? = nil
  ) throws(IngestError) -> DecodedText {
    try bytes.withUnsafeBufferPointer { (bytes) throws(IngestError) in
      try decode(bytes, path: path, forced: forced)
    }
  }

  /// Decodes bytes; see `decode(_:forced:)`. `path` is named in errors.
  public static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String = "-", forced: String? = nil
  ) throws(IngestError) -> DecodedText {
    let mark = ByteOrderMark(of: bytes)
    if let forced {
      guard let charset = Charset(standardNameOf: forced) else { throw .unknownEncoding(forced) }
      return try decode(bytes, in: charset, mark: mark, path: path)
    }
    if let mark {
      return try decode(bytes, in: mark.charset, mark: mark, path: path, wasForced: false)
    }
    let finding = CharsetFinder.find(bytes)
    guard finding.isUsable else {
      throw .undecodable(
        path: path, encoding: finding.charset.name, offset: finding.survey.firstUndecodable ?? 0,
        wasForced: false)
    }
    return try decode(bytes, from: 0, in: finding.charset, units: finding.survey.units)
  }

  /// Decodes bytes in a charset that is given, after the byte-order mark if it is that charset's.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, in charset: Charset, mark: ByteOrderMark?, path: String,
    wasForced: Bool = true
  ) throws(IngestError) -> DecodedText {
    var charset = charset
    var start = 0
    if let mark, mark.charset == charset || charset.leavesOpenByteOrder(of: mark.charset) {
      charset = mark.charset
      start = mark.length
    }
    let survey: Survey
    if charset == .utf8 {
      survey = UTF8Decoder.survey(bytes, from: start)
    } else {
      guard var decoder = ConverterDecoder(charset) else { throw .unknownEncoding(charset.name) }
      survey = decoder.survey(bytes, from: start)
    }
    guard survey.isTolerable(ofBytes: bytes.count) else {
      throw .undecodable(
        path: path, encoding: charset.name, offset: survey.firstUndecodable ?? 0,
        wasForced: wasForced)
    }
    return try decode(bytes, from: start, in: charset, units: survey.units)
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, in charset: Charset, units: Int
  ) throws(IngestError) -> DecodedText {
    if charset == .utf8 { return UTF8Decoder.decode(bytes, from: start, units: units) }
    guard var decoder = ConverterDecoder(charset) else { throw .unknownEncoding(charset.name) }
    return decoder.decode(bytes, from: start, units: units)
  }
}
