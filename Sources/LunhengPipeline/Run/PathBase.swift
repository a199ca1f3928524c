/// The folder that documents are named from.
///
/// A pipeline names its documents from the folder of its file, so that they have the same names
/// wherever the program is run; `..` in front is left out of the name.
public struct PathBase: Hashable, Sendable {
  /// As paths below it begin; empty for the working directory.
  private let folder: String

  public init(folder: String = "") { self.folder = folder }

  /// "Pipelines/../Corpus/op-eds/a.txt" from "Pipelines" is "Corpus/op-eds/a.txt".
  public func name(of path: String) -> String {
    guard !folder.isEmpty, path.hasPrefix(folder + "/") else { return path }
    var rest = path.dropFirst(folder.count + 1)
    while rest.hasPrefix("../") { rest = rest.dropFirst(3) }
    return String(rest)
  }
}
