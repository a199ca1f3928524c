/// The folder that documents are named from.
///
/// A pipeline names its documents from the folder of its file, so that they have the same names
/// wherever the program is run; `..` in front is left out of the name. Without a folder a document is
/// named by its path as it was given.
public struct PathBase: Hashable, Sendable {
  /// The parts of the folder's path; nil if there is none to name from.
  private let folder: [Substring]?

  public init() { folder = nil }

  /// - Parameter folder: of the pipeline's file; empty for the working directory.
  public init(folder: String) { self.folder = Self.parts(of: folder) }

  /// "Pipelines/../Corpus/op-eds/a.txt" from "Pipelines" is "Corpus/op-eds/a.txt".
  public func name(of path: String) -> String {
    guard let folder else { return path }
    let parts = Self.parts(of: path)
    guard parts.starts(with: folder) else { return path }
    return parts.dropFirst(folder.count).drop { $0 == ".." }.joined(separator: "/")
  }

  /// Without empty parts and ".", so that two ways of writing a path are one.
  private static func parts(of path: String) -> [Substring] {
    let root: [Substring] = path.hasPrefix("/") ? ["/"] : []
    return root + path.split(separator: "/").filter { $0 != "." }
  }
}
