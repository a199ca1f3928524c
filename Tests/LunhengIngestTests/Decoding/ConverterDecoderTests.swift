import LunhengCore
import Testing

@testable import LunhengIngest

struct ConverterDecoderTests {
  private func decode(
    _ bytes: [UInt8], _ charset: Charset, pieceLength: Int = 1 << 15
  ) throws -> DecodedText {
    guard var decoder = ConverterDecoder(charset, pieceLength: pieceLength) else {
      throw IngestError.unknownEncoding(charset.name)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let survey = decoder.survey(bytes, from: 0, isTolerant: true)
      let text = decoder.decode(bytes, from: 0, units: survey.units)
      #expect(survey.units == text.units.count)
      #expect(survey.undecodableSequences == text.problems.count)
      #expect(survey.firstUndecodable == text.problems.first?.offset)
      return text
    }
  }

  /// What the bytes of one character decode to, U+FFFD if to nothing.
  private func character(_ bytes: ArraySlice<UInt8>, _ charset: Charset) -> String {
    (try? decode(Array(bytes), charset).text) ?? ""
  }

  private static let charsets: [(Charset, [[UInt8]])] = [
    (
      .big5HKSCS,
      // Of two bytes, one byte, supplementary (𠺢), a letter with a mark (Ê̄), not assigned, cut.
      [
        [0xA4, 0xA4], [0x61], [0x0A], [0x0D], [0x9E, 0x40], [0x88, 0x62], [0xF9, 0xFE], [0x80],
        [0xFF], [0xA4],
      ]
    ),
    (
      .gb18030,
      // Of two, one and four bytes (in the first plane and beyond), and broken ones.
      [
        [0xD6, 0xD0], [0x61], [0x0A], [0x0D], [0x82, 0x30, 0x81, 0x30], [0x95, 0x32, 0x82, 0x36],
        [0x81, 0x30, 0x81], [0xFF], [0xE3, 0x32, 0x9A, 0x36], [0xD6],
      ]
    ),
    (.shiftJIS, [[0x82, 0xA0], [0xB1], [0x61], [0x0A], [0x0D], [0xFD], [0x81]]),
    (.eucKR, [[0xB0, 0xA1], [0x61], [0x0A], [0x0D], [0xFF], [0xB0]]),
    (
      .utf16LittleEndian,
      [
        [0x2D, 0x4E], [0x61, 0], [0x0A, 0], [0x0D, 0], [0x40, 0xD8], [0x00, 0xDC], [0x0A, 0x4E],
      ]
    ),
    (
      .utf16BigEndian,
      [
        [0x4E, 0x2D], [0, 0x61], [0, 0x0A], [0, 0x0D], [0xD8, 0x40], [0xDC, 0x00], [0x4E, 0x0A],
      ]
    ),
    (
      .utf32LittleEndian,
      [[0x2D, 0x4E, 0, 0], [0x0A, 0, 0, 0], [0, 0, 2, 0], [0, 0xD8, 0, 0], [0, 0, 0x11, 0]]
    ),
  ]

  private func randomBytes(_ pieces: [[UInt8]], _ random: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: 0..<40, using: &random)).flatMap { _ in
      // The first kinds are the ordinary ones.
      Bool.random(using: &random)
        ? pieces.prefix(3).randomElement(using: &random)! : pieces.randomElement(using: &random)!
    }
  }

  @Test(arguments: charsets.indices)
  func whereTheBytesAreCutIntoPiecesMakesNoDifference(index: Int) throws {
    let (charset, pieces) = Self.charsets[index]
    var random = SplitMix64(seed: 6)
    for _ in 0..<60 {
      let bytes = randomBytes(pieces, &random)
      let whole = try decode(bytes, charset)
      for length in [8, 9, 10, 11, 16, 23] {
        let text = try decode(bytes, charset, pieceLength: length)
        try #require(text == whole, "\(bytes) in pieces of \(length)")
      }
    }
  }

  @Test(arguments: charsets.indices)
  func everyUnitMapsToTheBytesThatDecodeToIt(index: Int) throws {
    let (charset, pieces) = Self.charsets[index]
    var random = SplitMix64(seed: 7)
    for _ in 0..<60 {
      // Letters with a mark of their own share their bytes, which one scalar alone does not decode to.
      let bytes = randomBytes(pieces.filter { $0 != [0x88, 0x62] }, &random)
      let text = try decode(bytes, charset)
      guard SourceMapCheck.holds(text, for: bytes, decoding: { character($0, charset) }) else {
        return
      }
    }
  }

  @Test(arguments: charsets.indices)
  func theTextIsWhatItsCharactersDecodeToOneByOne(index: Int) throws {
    let (charset, pieces) = Self.charsets[index]
    // Without the broken ones, which change what follows them.
    let sound = pieces.filter { !character($0[...], charset).contains("\u{FFFD}") }
    var random = SplitMix64(seed: 8)
    for _ in 0..<60 {
      let characters = (0..<30).map { _ in sound.randomElement(using: &random)! }
      let expected = characters.map { character($0[...], charset) }.joined()
      let text = try decode(characters.flatMap(\.self), charset)
      #expect(text.units == Array(expected.utf16))
      #expect(text.problems.isEmpty)
    }
  }

  @Test func charactersOfHongKongAreThoseOfHKSCS2004() throws {
    // In ICU's table the last five are in the private-use area.
    let bytes: [UInt8] = [
      0x9E, 0x40, 0x88, 0x62, 0x88, 0xA5, 0x8C, 0x43, 0x88, 0x40, 0xC8, 0xA3, 0x61,
    ]
    let text = try decode(bytes, .big5HKSCS)
    #expect(
      text.units
        == Array("\u{20EA2}\u{CA}\u{304}\u{EA}\u{30C}\u{9FA6}\u{31C0}\u{9FB1}a".utf16))
    #expect(
      text.units.indices.map { text.source.position(at: $0).byte } == [
        0, 1, 2, 3, 4, 5, 6, 8, 10, 12,
      ])
    #expect(
      text.units.indices.map { text.source.position(at: $0).scalar } == [
        0, 0, 1, 2, 3, 4, 5, 6, 7, 8,
      ])
  }

  @Test func aPairFromAnOddNumberOfBytesIsCoveredWhole() {
    var builder = SourceRunBuilder()
    builder.append(1, byte: 0, bytesPerUnit: 1, unitsPerScalar: 1)
    builder.appendPair(byte: 1, bytes: 3)
    builder.append(1, byte: 4, bytesPerUnit: 1, unitsPerScalar: 1)
    let map = builder.map
    #expect((0..<4).map { map.position(at: $0).byte } == [0, 1, 2, 4])
    #expect((0..<4).map { map.position(at: $0).scalar } == [0, 1, 1, 2])
    #expect((0..<4).map { map.position(at: $0).column } == [1, 2, 2, 3])
    #expect(map.byteRanges(of: 1..<3) == [1..<4])
  }

  @Test func longLinesWithoutAnEndAreDecodedInPieces() throws {
    // An odd byte first, so that pieces end within characters.
    let bytes = [0x61] + Array(repeating: Sample.big5, count: 500).flatMap(\.self)
    let text = try TextDecoder.decode(bytes)
    #expect(text.text == "a" + String(repeating: Sample.traditional, count: 500))
    #expect(text.source.runs.count == 2)
    #expect(text.source.position(at: text.units.count - 1).byte == bytes.count - 2)
  }
}
