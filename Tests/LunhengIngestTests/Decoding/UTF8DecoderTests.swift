import LunhengCore
import Testing

@testable import LunhengIngest

struct UTF8DecoderTests {
  private func decode(_ bytes: [UInt8]) -> DecodedText {
    bytes.withUnsafeBufferPointer { bytes in
      let survey = UTF8Decoder.survey(bytes, from: 0, isTolerant: true)
      return UTF8Decoder.decode(bytes, from: 0, units: survey.units)
    }
  }

  /// Sequences of the kinds that table 3-7 of the Unicode Standard tells apart.
  private static let pieces: [[UInt8]] = [
    Array("a".utf8), Array("\n".utf8), Array("\r".utf8), Array("é".utf8), Array("中".utf8),
    Array("的文字".utf8), Array("𠀀".utf8), Array("\u{FFFF}\u{D7FF}\u{E000}".utf8), [0x80], [0xBF],
    [0xC0, 0x80], [0xC1], [0xC2], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0], [0xE4, 0xB8],
    [0xED, 0xA0, 0x80],
    [0xED, 0xBF, 0xBF], [0xEF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x90, 0x80],
    [0xF0, 0x9F], [0xF4, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xF5, 0x80], [0xFE], [0xFF],
  ]

  @Test func theTextIsWhatSwiftMakesOfTheBytes() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<6_000 {
      let bytes = Self.randomBytes(&random)
      let text = decode(bytes)
      #expect(text.units == Array(String(decoding: bytes, as: UTF8.self).utf16), "\(bytes)")
      if text.units != Array(String(decoding: bytes, as: UTF8.self).utf16) { return }
    }
  }

  @Test func everyUnitMapsToTheBytesThatDecodeToIt() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let bytes = Self.randomBytes(&random)
      guard
        SourceMapCheck.holds(
          decode(bytes), for: bytes, decoding: { String(decoding: $0, as: UTF8.self) })
      else { return }
    }
  }

  static func randomBytes(_ random: inout SplitMix64) -> [UInt8] {
    let isWild = Int.random(in: 0..<4, using: &random) == 0
    return (0..<Int.random(in: 0..<12, using: &random)).flatMap { _ in
      isWild
        ? [UInt8.random(in: 0...255, using: &random)] : pieces.randomElement(using: &random)!
    }
  }

  @Test func eachUndecodableSequenceIsListedWithItsPlace() {
    // A truncated character, a byte that never occurs, a surrogate (three sequences by the standard).
    let bytes = Array("一\n二".utf8) + [0xE4, 0xB8] + Array("三\n".utf8) + [0xFF, 0xED, 0xA0, 0x80]
    let text = decode(bytes)
    #expect(text.text == "一\n二\u{FFFD}三\n\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(
      text.problems == [
        UndecodableBytes(offset: 7, length: 2, line: 2, column: 2),
        UndecodableBytes(offset: 13, length: 1, line: 3, column: 1),
        UndecodableBytes(offset: 14, length: 1, line: 3, column: 2),
        UndecodableBytes(offset: 15, length: 1, line: 3, column: 3),
        UndecodableBytes(offset: 16, length: 1, line: 3, column: 4),
      ])
  }

  @Test func theSurveyCountsWhatTheDecoderMakes() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<2_000 {
      let bytes = Self.randomBytes(&random)
      let survey = bytes.withUnsafeBufferPointer {
        UTF8Decoder.survey($0, from: 0, isTolerant: true)
      }
      let text = decode(bytes)
      #expect(survey.units == text.units.count)
      #expect(survey.undecodableSequences == text.problems.count)
      #expect(survey.undecodableBytes == text.problems.reduce(0) { $0 + $1.length })
      #expect(survey.firstUndecodable == text.problems.first?.offset)
      #expect(survey.isValid == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test func aMapTakesOneRunForAStretchOfOneWidth() {
    #expect(decode(Array("中文字\nabc".utf8)).source.runs.count == 3)
    #expect(decode(Array(String(repeating: "中", count: 1_000).utf8)).source.runs.count == 1)
  }
}
