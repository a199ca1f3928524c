import Foundation

/// A folder of its own for a test, removed at the end of it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("lunheng-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The absolute path of a name in the folder.
  func at(_ name: String) -> String { path + "/" + name }

  /// Writes a file and the folders it is in; returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8] = [0x61]) throws -> String {
    let path = at(name)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: "/" + folder, withIntermediateDirectories: true)
    // By the C library, which takes the name as it is.
    let file = fopen(path, "w")
    guard let file else { throw CocoaError(.fileWriteUnknown) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return path
  }

  func link(_ name: String, to target: String) throws {
    guard symlink(target, at(name)) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// The parts of `paths` below this folder.
  func relative(_ paths: [String]) -> [String] {
    paths.map { $0.hasPrefix(path + "/") ? String($0.dropFirst(path.count + 1)) : $0 }
  }
}

/// Permissions do not stop the superuser.
let isSuperuser = geteuid() == 0
