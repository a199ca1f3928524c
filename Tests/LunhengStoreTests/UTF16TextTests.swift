import Testing

@testable import LunhengStore

@Suite struct UTF16TextTests {
  private func units(_ bytes: [UInt8]) -> [UInt16] {
    bytes.withUnsafeBufferPointer { UTF16Text(utf8: $0).units }
  }

  private func bytes(_ units: [UInt16]) -> [UInt8] {
    UTF16Text(units).withUTF8 { Array($0) }
  }

  @Test func scalarsOfAllLengthsAreConvertedAsTheStandardLibraryDoes() {
    let edges: [UInt32] = [
      0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x1_0000, 0x10_FFFF,
    ]
    var text = String.UnicodeScalarView()
    for value in edges + Array(stride(from: 0, to: 0x11_0000, by: 127)) {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    #expect(units(Array(String(text).utf8)) == Array(String(text).utf16))
    #expect(bytes(Array(String(text).utf16)) == Array(String(text).utf8))
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
