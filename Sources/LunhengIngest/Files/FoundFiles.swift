/// The files that given paths lead to, and what was wrong with paths that lead to none.
public struct FoundFiles: Hashable, Sendable {
  /// Paths of regular files, sorted by Unicode scalars, each file once.
  public var paths: [String]
  /// In the order of the paths they are about.
  public var problems: [IngestError]

  public init(paths: [String] = [], problems: [IngestError] = []) {
    self.paths = paths
    self.problems = problems
  }
}
