import Foundation
import LunhengCore
import Testing

@testable import LunhengIngest

private let folder = URL(filePath: #filePath)
  .deletingLastPathComponent().appending(path: "../../../../shared/data/encodings").standardized
private let names =
  (try? FileManager.default.contentsOfDirectory(
    atPath: folder.appending(path: "utf8").path))?.sorted() ?? []

@Suite("A file in Big5-HKSCS", .enabled(if: !names.isEmpty, "../shared/data is not here"))
struct PrivateUseTwinTests {
  @Test("folds like its twin that keeps private-use characters", arguments: names)
  func foldsLikeItsTwin(name: String) throws {
    func lines(_ kind: String, _ charset: String) throws -> [[UInt16]] {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(kind)/\(name)")))
      return try TextDecoder.decode(bytes, forced: charset).units
        .split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { FoldedText(Array($0)).units }
    }
    #expect(try lines("big5-hkscs", "Big5-HKSCS") == lines("utf8", "UTF-8"))
  }
}
