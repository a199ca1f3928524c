import Testing

@testable import LunhengStore

@Suite struct UTF16TextTests {
  private func units(_ bytes: [UInt8]) -> [UInt16] {
    bytes.withUnsafeBufferPointer { UTF16Text(utf8: $0).units }
  }

  private func bytes(_ units: [UInt16]) -> [UInt8] {
    UTF16Text(units).withUTF8 { Array($0) }
  }

  @Test func everyScalarIsConvertedAsTheStandardLibraryDoes() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "文\(scalar)x"
      guard units(Array(text.utf8)) == Array(text.utf16),
        bytes(Array(text.utf16)) == Array(text.utf8)
      else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test(
    arguments: [
      [0xD800], [0xDC00], [0x4E00, 0xD842], [0xD842, 0x4E00], [0xDC00, 0xD842],
      [0xD842, 0xD842, 0xDFB7],
    ] as [[UInt16]])
  func unpairedSurrogatesAreReplaced(units: [UInt16]) {
    #expect(bytes(units) == Array(String(decoding: units, as: UTF16.self).utf8))
  }

  @Test(
    arguments: [
      [0x80], [0xC3], [0xE4, 0xB8], [0xF0, 0xA0, 0xAE], [0xFF, 0x41], [0xE4, 0x41, 0x41],
      [0x41, 0xBF],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func brokenBytesAreReplaced(bytes: [UInt8]) {
    #expect(units(bytes) == Array(String(decoding: bytes, as: UTF8.self).utf16))
  }
}
