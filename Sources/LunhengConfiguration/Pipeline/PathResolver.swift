/// Tells where the paths of a file lead that are relative to the folder of that file.
///
///     PathResolver(file: "Pipelines/hong-kong-clusters.yaml").resolve("../Corpus/op-eds")
///     // "Pipelines/../Corpus/op-eds"
///
/// `..` stays, since what is above a folder that is a symbolic link only the file system knows.
public struct PathResolver: Hashable, Sendable {
  /// The folder that paths are relative to; empty for the working directory.
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// For the paths in `file`. Those in standard input, "-", are relative to the working directory.
  public init(file: String) {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      folder = ""
      return
    }
    // The root keeps its slash.
    folder = slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// `path` as it is if it is absolute, else joined to the folder, without `.` and doubled slashes.
  public func resolve(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    let joined = isAbsolute || folder.isEmpty ? path : "\(folder)/\(path)"
    let parts = joined.split(separator: "/").filter { $0 != "." }
    let root = joined.utf8.first == UInt8(ascii: "/") ? "/" : ""
    let resolved = root + parts.joined(separator: "/")
    return resolved.isEmpty ? "." : resolved
  }
}
