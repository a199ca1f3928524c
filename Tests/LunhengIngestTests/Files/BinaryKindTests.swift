import Testing

@testable import LunhengIngest

struct BinaryKindTests {
  private func kind(_ bytes: [UInt8]) -> BinaryKind? {
    bytes.withUnsafeBufferPointer { BinaryKind(of: $0) }
  }

  @Test(arguments: [
    (Array("%PDF-1.7\n".utf8), BinaryKind.pdf),
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], .ole),
    ([0x1F, 0x8B, 0x08, 0x00], .gzip),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
    ([0x7F, 0x45, 0x4C, 0x46, 0x02], .elf),
    (Array("SQLite format 3\0".utf8), .sqlite),
    (Array("abc\0def, and so on".utf8), .unknown),
    (Array(repeating: 0, count: 64), .unknown),
  ])
  func binaryContentIsToldByItsKind(bytes: [UInt8], expected: BinaryKind) {
    #expect(kind(bytes) == expected)
  }

  @Test(arguments: [
    Array("PK is a park\n".utf8), Array("PDF".utf8), Array(Sample.traditional.utf8), Sample.big5,
    Sample.simplifiedGB18030, [],
    Sample.utf16(Sample.traditional), Sample.utf16(Sample.traditional, isLittleEndian: false),
    Sample.utf16("Hello, this is a line\nand another.\n"),
    [0xFF, 0xFE] + Sample.utf16("a"), [0xFE, 0xFF, 0x00, 0x61],
    [0xFF, 0xFE, 0x00, 0x00] + Sample.utf32("abc"),
  ])
  func textOfAnyCharsetIsNotBinary(bytes: [UInt8]) {
    #expect(kind(bytes) == nil)
  }

  @Test func aUTF8MarkDoesNotMakeNULBytesText() {
    #expect(kind([0xEF, 0xBB, 0xBF] + Array("abc\0def".utf8)) == .unknown)
  }

  @Test func theMessageNamesTheKind() {
    let file = FileBytes(path: "a.txt", copying: Array("%PDF-1.7".utf8))
    #expect(throws: IngestError.binaryFile(path: "a.txt", kind: .pdf)) { try file.requireText() }
    #expect(
      IngestError.binaryFile(path: "a.txt", kind: .pdf).diagnostic.line
        == "a.txt: error: \"a.txt\" is no text but a PDF document; extract its text first [binary-file]"
    )
  }

  @Test func nulBytesAreFineWhereAWideCharsetIsAskedFor() throws {
    // Russian, whose pattern is not that of Chinese or English.
    let file = FileBytes(path: "a.txt", copying: Sample.utf16("Привет, мир и все\0"))
    #expect(file.binaryKind == .unknown)
    try file.requireText(forced: "utf-16le")
    #expect(throws: IngestError.self) { try file.requireText(forced: "utf-8") }
  }
}
