import Testing

@testable import LunhengCore

@Suite("A string of UTF-16 units")
struct UnitsTests {
  @Test("is what the standard library makes of them", arguments: 0..<300 as Range<UInt64>)
  func isWhatTheStandardLibraryMakes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let interesting: [UInt16] = [
      0x00, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x9999, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF,
      0xE000, 0xFFFF,
    ]
    let units = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      interesting.randomElement(using: &random)!
    }
    #expect(
      Array(String(units: units).unicodeScalars)
        == Array(String(decoding: units, as: UTF16.self).unicodeScalars))
    #expect(Array(String(units: units[...]).utf8) == Array(String(units: units).utf8))
  }
}
