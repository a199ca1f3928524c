import Testing

@testable import LunhengIngest

struct UTF8LineTests {
  @Test func aLineIsWhatSwiftMakesOfItsBytesWhateverWasReadBefore() {
    var random = SplitMix64(seed: 4)
    var line = UTF8Line()
    for _ in 0..<6_000 {
      let bytes = UTF8DecoderTests.randomBytes(&random)
      let text = String(decoding: bytes, as: UTF8.self)
      bytes.withUnsafeBufferPointer { buffer in
        let fault = line.read(buffer)
        #expect(Array(line.units) == Array(text.utf16), "\(bytes)")
        #expect(Array(line.bytes) == Array(text.utf8), "\(bytes)")
        #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        if let fault {
          #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil, "\(bytes)")
          #expect(text.utf8.dropFirst(fault).starts(with: "\u{FFFD}".utf8), "\(bytes)")
        }
      }
    }
  }

  @Test func eachUnitKnowsWhereItsBytesBegin() {
    var line = UTF8Line()
    let bytes = Array("aé香𨋢b".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      #expect(line.read(buffer) == nil)
      // The second half of a pair has none.
      #expect((0...line.units.count).map { line.offsets[$0] } == [0, 1, 3, 6, 10, 10, 11])
    }
  }
}
