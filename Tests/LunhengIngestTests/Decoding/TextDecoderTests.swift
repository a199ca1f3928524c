import LunhengCore
import Testing

@testable import LunhengIngest

struct TextDecoderTests {
  @Test(arguments: [
    ("a\nb", [1, 1, 2]), ("a\r\nb", [1, 1, 1, 2]), ("a\rb", [1, 1, 2]), ("\r\r\n\n", [1, 2, 2, 3]),
    ("a\u{2028}b\u{85}c\u{0C}d\u{0B}e", [1, 1, 1, 1, 1, 1, 1, 1, 1]), ("\n\n", [1, 2]), ("", []),
  ])
  func linesEndAtLFCRLFAndCRAlone(text: String, lines: [Int]) throws {
    for (bytes, forced) in [(Array(text.utf8), nil), (Sample.utf16(text), "UTF-16LE")] {
      let decoded = try TextDecoder.decode(bytes, forced: forced)
      #expect(decoded.text == text)
      #expect(decoded.units.indices.map { decoded.source.position(at: $0).line } == lines)
    }
  }

  @Test(arguments: [
    ([0xEF, 0xBB, 0xBF] + Array("一a".utf8), "UTF-8", 3, 3),
    ([0xFF, 0xFE] + Sample.utf16("一a"), "UTF-16LE", 2, 2),
    ([0xFE, 0xFF] + Sample.utf16("一a", isLittleEndian: false), "UTF-16BE", 2, 2),
    ([0xFF, 0xFE, 0, 0] + Sample.utf32("一a"), "UTF-32LE", 4, 4),
    ([0, 0, 0xFE, 0xFF] + Sample.utf32("一a", isLittleEndian: false), "UTF-32BE", 4, 4),
    ([0x84, 0x31, 0x95, 0x33, 0xD2, 0xBB, 0x61], "GB18030", 4, 2),
  ])
  func aByteOrderMarkTellsTheCharsetAndCountsInBytesAlone(
    bytes: [UInt8], encoding: String, length: Int, width: Int
  ) throws {
    let text = try TextDecoder.decode(bytes)
    #expect(text.text == "一a")
    #expect(text.encoding == encoding)
    #expect(
      text.source.position(at: 0) == SourcePosition(line: 1, column: 1, byte: length, scalar: 0))
    #expect(
      text.source.position(at: 1)
        == SourcePosition(line: 1, column: 2, byte: length + width, scalar: 1))
    // Asked for by name, it is the same; with the byte order left open, too.
    #expect(try TextDecoder.decode(bytes, forced: encoding.lowercased()) == text)
    if encoding.hasPrefix("UTF-") {
      let family = String(
        encoding.prefix(while: { $0.isNumber || !$0.isLetter || "UTF".contains($0) }))
      #expect(try TextDecoder.decode(bytes, forced: family) == text)
    }
  }

  @Test func aMarkOfAnotherCharsetIsNotSkipped() throws {
    let text = try TextDecoder.decode([0xEF, 0xBB, 0xBF, 0x61], forced: "windows-1252")
    #expect(text.text == "ï»¿a")
  }

  @Test(arguments: [
    (Array(Sample.traditional.utf8), "UTF-8", Sample.traditional),
    (Sample.big5, "Big5-HKSCS", Sample.traditional),
    (Sample.traditionalGB18030, "GB18030", Sample.traditional),
    (Sample.simplifiedGB18030, "GB18030", Sample.simplified),
    (Sample.utf16(Sample.traditional), "UTF-16LE", Sample.traditional),
    (Sample.utf16(Sample.traditional, isLittleEndian: false), "UTF-16BE", Sample.traditional),
    (Sample.utf16("A line in English.\n"), "UTF-16LE", "A line in English.\n"),
    (Sample.shiftJIS, "Shift_JIS", Sample.japanese), (Sample.eucKR, "EUC-KR", Sample.korean),
    (Array("plain ASCII".utf8), "UTF-8", "plain ASCII"), ([], "UTF-8", ""),
  ])
  func aParagraphIsEnoughToTellTheCharset(
    bytes: [UInt8], encoding: String, expected: String
  ) throws {
    let text = try TextDecoder.decode(bytes)
    #expect(text.encoding == encoding)
    #expect(text.text == expected)
    #expect(text.problems.isEmpty)
    #expect(text.warning(path: "a") == nil)
  }

  @Test(arguments: 1...20)
  func aPartOfASentenceIsDecodedRightOrRefused(length: Int) {
    // Two bytes a character, so that any even offset begins one.
    for (bytes, encoding) in [(Sample.big5, "Big5-HKSCS"), (Sample.traditionalGB18030, "GB18030")] {
      for start in stride(from: 0, to: bytes.count - 2 * length, by: 2) {
        let part = Array(bytes[start..<start + 2 * length])
        guard let text = try? TextDecoder.decode(part) else { continue }
        // A few characters may be anything.
        #expect(text.encoding == encoding || length < 6, "\(text.text)")
      }
    }
  }

  @Test func oneBadByteDoesNotMakeUTF8AnotherCharset() throws {
    var bytes = Array(Sample.traditional.utf8)
    bytes[101] = 0xFF
    let text = try TextDecoder.decode(bytes)
    #expect(text.encoding == "UTF-8")
    #expect(text.problems.map(\.offset) == [99, 101])
    let warning = try #require(text.warning(path: "a.txt"))
    #expect(warning.code == "undecodable-bytes")
    #expect(warning.severity == .warning)
    #expect(warning.location == DiagnosticLocation(path: "a.txt", line: 1, column: 34))
    #expect(warning.message.hasPrefix("2 sequences of bytes cannot be decoded as \"UTF-8\""))
  }

  @Test(arguments: [
    (Array(Sample.traditional.utf8), "UTF-8"), (Array("政策檢討".utf8), "UTF-8"),
    (Sample.big5, "Big5-HKSCS"), (Sample.utf16(Sample.traditional), "UTF-16LE"),
  ])
  func aCharacterCutAtTheEndIsAProblemWithItsOffset(
    bytes: [UInt8], encoding: String
  ) throws {
    let text = try TextDecoder.decode(Array(bytes.dropLast()))
    let width = encoding == "UTF-8" ? 3 : 2
    #expect(text.encoding == encoding)
    #expect(text.units.last == 0xFFFD)
    #expect(text.problems.map(\.offset) == [bytes.count - width])
    #expect(text.problems.map(\.length) == [width - 1])
  }

  @Test func aBadByteInBig5DoesNotMakeItGB18030WhichWouldDecodeIt() throws {
    var bytes = Sample.big5
    bytes.insert(0xFF, at: 60)
    let text = try TextDecoder.decode(bytes)
    #expect(text.encoding == "Big5-HKSCS")
    #expect(text.problems == [UndecodableBytes(offset: 60, length: 1, line: 1, column: 31)])
  }

  @Test func upToAHundredthOfTheBytesMayBeBad() throws {
    let good = Array(repeating: Array("文字".utf8), count: 500).flatMap(\.self)
    func text(with bad: Int) throws -> DecodedText {
      var bytes = good
      for index in 0..<bad { bytes.insert(0xFF, at: index * 61) }
      return try TextDecoder.decode(bytes)
    }
    #expect(try text(with: 30).problems.count == 30)
    #expect(
      throws: IngestError.undecodable(path: "-", encoding: "UTF-8", offset: 0, wasForced: false)
    ) { try text(with: 32) }
  }

  @Test func whatIsInNoCharsetIsRefusedWithTheFirstOffset() throws {
    var random = SplitMix64(seed: 5)
    let bytes =
      Array("abc".utf8) + (0..<3_000).map { _ in UInt8.random(in: 128...255, using: &random) }
    #expect {
      try TextDecoder.decode(bytes, path: "a.txt")
    } throws: { error in
      guard case .undecodable("a.txt", _, let offset, false) = error as? IngestError else {
        return false
      }
      return offset >= 3
    }
  }

  @Test(arguments: [[0xFF], [0xE4, 0xB8], [0x61, 0xE4, 0xB8]] as [[UInt8]])
  func aTinyFileThatIsMostlyBadIsRefused(bytes: [UInt8]) {
    #expect(throws: IngestError.self) { try TextDecoder.decode(bytes) }
  }

  @Test func aFewLettersOfLatin1DoNotBecomeChinese() throws {
    // "café" and the curly apostrophe of windows-1252, whose bytes are valid in GB18030.
    let text = try? TextDecoder.decode(Array("It".utf8) + [0x92] + Array("s a café of mine".utf8))
    #expect(text == nil || text?.problems.isEmpty == false)
  }

  @Test func anUnknownEncodingIsRefused() {
    #expect(throws: IngestError.unknownEncoding("utf-9")) {
      try TextDecoder.decode([0x61], forced: "utf-9")
    }
  }

  @Test(arguments: [
    ("big5hk", "Big5-HKSCS"), ("BIG5-HKSCS", "Big5-HKSCS"), ("utf8", "UTF-8"), ("UTF_8", "UTF-8"),
    ("latin1", "ISO-8859-1"), ("cp1252", "windows-1252"), ("gb18030", "GB18030"),
    ("windows-950-2000", "Big5"), ("ibm-1375", "Big5-HKSCS"),
  ])
  func aCharsetGoesByAnyOfItsNames(alias: String, name: String) throws {
    #expect(try TextDecoder.decode(Array("abc".utf8), forced: alias).encoding == name)
  }

  @Test func aForcedCharsetThatDoesNotFitIsRefusedWithTheFirstOffset() throws {
    let bytes = Array("a".utf8) + Sample.big5
    #expect(
      throws: IngestError.undecodable(path: "-", encoding: "UTF-8", offset: 1, wasForced: true)
    ) { try TextDecoder.decode(bytes, forced: "utf-8") }
    // And one that fits by its bytes is taken at its word.
    #expect(try TextDecoder.decode(bytes, forced: "latin1").units.count == bytes.count)
  }

  @Test func filesAndBuffersAreDecodedAlike() throws {
    let file = FileBytes(path: "a.txt", copying: Sample.big5)
    #expect(try TextDecoder.decode(file) == TextDecoder.decode(Sample.big5))
    #expect(try TextDecoder.decode(file, forced: "big5-hkscs") == TextDecoder.decode(file))
  }
}
