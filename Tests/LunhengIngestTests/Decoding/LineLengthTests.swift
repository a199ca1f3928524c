import Testing

@testable import LunhengIngest

struct LineLengthTests {
  @Test(
    arguments: [
      ("一二三\nabc", 10, nil), ("一二三\nabc", 9, (1, 10)), ("ab\n一二三四\nc", 12, (2, 13)),
      ("ab\n一二三四", 12, nil), ("ab\n一a二b三c", 11, (2, 12)), ("", 0, nil), ("\r\n", 1, (1, 2)),
    ] as [(String, Int, (Int, Int)?)])
  func aLineIsMeasuredInBytesWithItsEnd(
    text: String, limit: Int, expected: (Int, Int)?
  ) throws {
    let decoded = try TextDecoder.decode(Array(text.utf8))
    let error = expected.map {
      IngestError.lineTooLong(path: "a", line: $0.0, bytes: $0.1, limit: limit)
    }
    var found: IngestError?
    do throws(IngestError) {
      try decoded.checkLineLengths(path: "a", limit: limit)
    } catch {
      found = error
    }
    #expect(found == error)
  }

  @Test func linesAreMeasuredInTheBytesOfTheirOwnCharset() throws {
    let decoded = try TextDecoder.decode(Sample.utf16("一二三\nabc"), forced: "UTF-16LE")
    try decoded.checkLineLengths(path: "a", limit: 8)
    #expect(throws: IngestError.lineTooLong(path: "a", line: 1, bytes: 8, limit: 7)) {
      try decoded.checkLineLengths(path: "a", limit: 7)
    }
  }

  @Test func noLineOfATextIsLongerThan8MiB() throws {
    let bytes = Array(repeating: UInt8(ascii: "a"), count: 8 << 20)
    try TextDecoder.decode(bytes).checkLineLengths(path: "a")
    #expect(throws: IngestError.self) {
      try TextDecoder.decode(bytes + [0x61]).checkLineLengths(path: "a")
    }
  }
}
