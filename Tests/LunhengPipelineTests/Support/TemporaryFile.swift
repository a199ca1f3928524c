import Foundation

/// A file of its own, which goes when this does.
final class TemporaryFile {
  let path: String

  init(_ bytes: some Sequence<UInt8>) throws {
    let name = "lunheng-pipeline-tests-\(UUID().uuidString)"
    path = URL.temporaryDirectory.appending(path: name).path
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
