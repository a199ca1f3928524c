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
      let isEnd = Int.random(in: 0...9, using: &random) == 0
      return isEnd ? 0x0A : UInt8.random(in: 0...255, using: &random)
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
      // Longer only if a line is.
      let first = chunk.bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? chunk.bytes.count
      #expect(chunk.bytes.count <= max(size, 2 * first))
    }
    #expect(joined == bytes)
  }

  @Test("of a file that is not there are an error")
  func needAFile() {
    #expect(throws: IngestError.self) { _ = try LineChunks("/nowhere/at/all") }
  }
}
