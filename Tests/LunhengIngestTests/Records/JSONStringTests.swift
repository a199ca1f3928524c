import LunhengCore
import Testing

@testable import LunhengIngest

struct JSONStringTests {
  /// A character, the bytes it is written with, and the units those become.
  private struct Piece {
    var bytes: [UInt8]
    var units: [UInt16]
    var isLoneSurrogate = false
  }

  private static func escape(_ unit: UInt16, isUpper: Bool) -> [UInt8] {
    let digits = String(unit, radix: 16, uppercase: isUpper)
    return Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
  }

  private static func piece(_ random: inout SplitMix64) -> Piece {
    let characters: [Unicode.Scalar] = ["a", "中", "é", "𠀀", "\n", "\"", "\\", "\u{7F}", "\u{FFFF}"]
    let short: [(String, UInt16)] = [
      ("\\\"", 0x22), ("\\\\", 0x5C), ("\\/", 0x2F), ("\\b", 8), ("\\f", 12), ("\\n", 10),
      ("\\r", 13), ("\\t", 9),
    ]
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      let (text, unit) = short.randomElement(using: &random)!
      return Piece(bytes: Array(text.utf8), units: [unit])
    case 1:
      let units = Array(String(characters.randomElement(using: &random)!).utf16)
      let isUpper = Bool.random(using: &random)
      return Piece(bytes: units.flatMap { escape($0, isUpper: isUpper) }, units: units)
    case 2:
      // A leading half followed by a trailing one would be a pair, so there are only trailing ones.
      let half = UInt16.random(in: 0xDC00...0xDFFF, using: &random)
      return Piece(bytes: escape(half, isUpper: true), units: [0xFFFD], isLoneSurrogate: true)
    default:
      let scalar = characters.filter { $0.value > 0x22 && $0 != "\\" }.randomElement(
        using: &random)!
      return Piece(bytes: Array(String(scalar).utf8), units: Array(String(scalar).utf16))
    }
  }

  private func decode(_ bytes: [UInt8], offset: Int = 0) throws -> DecodedText {
    let quoted = [0x22] + bytes + [0x22]
    return try quoted.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer.baseAddress!, in: 0..<buffer.count)
      guard case .string(let string) = try scanner.value(depth: 0).kind else {
        throw IngestError.unknownEncoding("no string")
      }
      let text = string.decoded(from: buffer.baseAddress!, offset: offset)
      #expect(string.units == text.units.count)
      return text
    }
  }

  @Test func everyUnitMapsToTheBytesItIsWrittenWith() throws {
    var random = SplitMix64(seed: 10)
    for _ in 0..<1_500 {
      let pieces = (0..<Int.random(in: 0..<15, using: &random)).map { _ in Self.piece(&random) }
      let text = try decode(pieces.flatMap(\.bytes), offset: 1_000)
      try #require(text.units == pieces.flatMap(\.units))
      // After the quotation mark, in a file of which this is the byte 1000.
      var byte = 1_001
      var line = 1
      var column = 1
      var index = 0
      for (scalar, piece) in pieces.enumerated() {
        let expected = SourcePosition(line: line, column: column, byte: byte, scalar: scalar)
        try #require(text.source.position(at: index) == expected)
        let range = index..<index + piece.units.count
        try #require(text.source.byteRanges(of: range) == [byte..<byte + piece.bytes.count])
        byte += piece.bytes.count
        index += piece.units.count
        column += 1
        if piece.units == [0x0A] {
          line += 1
          column = 1
        }
      }
      #expect(text.problems.count == pieces.count { $0.isLoneSurrogate })
      #expect(text.problems.allSatisfy { $0.length == 6 })
    }
  }

  @Test(arguments: [
    (#"\ud83d\ude00"#, "😀", 0), (#"\ud83d"#, "\u{FFFD}", 1),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀", 1),
    (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}", 2), (#"\ud83da"#, "\u{FFFD}a", 1),
    (#"\ud83d\n"#, "\u{FFFD}\n", 1),
    (#"\ud83d\u0061"#, "\u{FFFD}a", 1), (#"\u0000"#, "\0", 0), (#"\uFEFF"#, "\u{FEFF}", 0),
  ])
  func halvesOfSurrogatePairsBecomeUFFFDEachByItself(
    written: String, expected: String, problems: Int
  ) throws {
    let text = try decode(Array(written.utf8))
    #expect(text.units == Array(expected.utf16))
    #expect(text.problems.count == problems)
  }
}
