import LunhengIngest
import Testing

@testable import LunhengPipeline

@Suite("Chunks of lines")
struct LineChunksTests {
  @Test(
    "are whole lines, as many as fit, that make up the file", arguments: 0..<100 as Range<UInt64>)
  func tileTheFile(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let size = Int.random(in: 1...40, using: &random)
    let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      Int.random(in: 0...9, using: &random) == 0 ? UInt8(0x0A) : UInt8.random(in: 0...255)
    }
    let file = try TemporaryFile(bytes)
    var chunks = try LineChunks(file.path, size: size)
    var joined: [UInt8] = []
    while let chunk = try chunks.next() {
      #expect(!chunk.bytes.isEmpty)
      #expect(chunk.offset == joined.count)
      #expect(chunk.firstLine == 1 + joined.count { $0 == 0x0A })
      joined += chunk.bytes
      #expect(chunk.bytes.last == 0x0A || joined.count == bytes.count)
      // Longer only if one line is.
      let last = chunk.bytes.dropLast().lastIndex(of: 0x0A)
      #expect(chunk.bytes.count <= size || last.map { $0 < 2 * size } ?? true)
    }
    #expect(joined == bytes)
  }

  @Test("of a file that is not there are an error")
  func needAFile() {
    #expect(throws: IngestError.self) { _ = try LineChunks("/nowhere/at/all") }
  }
}
