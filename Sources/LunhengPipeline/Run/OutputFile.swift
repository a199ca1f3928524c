import Foundation

/// Writes results to files, each whole or not at all.
public enum OutputFile {
  /// Writes `text` to `path`, making the folders above it. A file that is there is replaced in one step,
  /// so that a reader never sees half of it and a killed run leaves the old one.
  ///
  /// - Throws: `PipelineError.outputFailed`.
  public static func write(_ text: String, to path: String) throws(PipelineError) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes `bytes` to `path` as `write(_:to:)` does a text.
  ///
  /// - Throws: `PipelineError.outputFailed`.
  public static func write(_ bytes: [UInt8], to path: String) throws(PipelineError) {
    try makeFolder(for: path)
    try attempt(path) { try Data(bytes).write(to: URL(filePath: path), options: .atomic) }
  }

  /// Makes the folders that the file at `path` is to lie in.
  ///
  /// - Throws: `PipelineError.outputFailed`.
  public static func makeFolder(for path: String) throws(PipelineError) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    guard !folder.isEmpty else { return }
    try attempt(path) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  private static func attempt(
    _ path: String, _ body: () throws -> Void
  ) throws(PipelineError) {
    do {
      try body()
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
      throw .outputFailed(path: path, reason: "\((underlying ?? error).localizedDescription)")
    }
  }
}
