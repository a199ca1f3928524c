/// Turns the paths that a person gives into the files they mean.
///
/// A path may name a file, a folder (all regular files in it and below it, hidden ones aside) or be
/// a pattern: `*` stands for any characters in a name, `?` for one, `**` for any number of folders.
/// A path that exists is never taken for a pattern.
///
/// ```swift
/// let found = FileFinder.find(["op-eds", "speeches/**/*.txt"])
/// ```
public enum FileFinder {
  /// The files that `paths` lead to.
  ///
  /// A file that several paths lead to is given once, by the one that sorts first. Links are
  /// followed, but below each given path a folder is entered once, and by a link only if there is no
  /// other way, so that loops end. The answer does not depend on the order of `paths`.
  ///
  /// Complexity: O(entries × log entries), a few system calls each.
  public static func find(_ paths: [String]) -> FoundFiles {
    var search = FileSearch()
    var last: String?
    for path in paths.map(cleaned).sorted(by: precedes) {
      // Compared as bytes: Strings are equal when they only look the same.
      if let last, last.utf8.elementsEqual(path.utf8) { continue }
      search.expand(path)
      last = path
    }
    return search.result
  }

  /// Whether `left` comes before `right` by Unicode scalars, which is the order of their UTF-8.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The path without empty and "." parts, so that two ways of writing it are one.
  private static func cleaned(_ path: String) -> String {
    guard !path.isEmpty else { return path }
    let parts = parts(of: path).filter { $0 != "." }.joined(separator: "/")
    if path.utf8.first == UInt8(ascii: "/") { return "/" + parts }
    return parts.isEmpty ? "." : parts
  }

  /// What stands between the slashes. Bytes are split, because "/" and a combining mark after it
  /// are one Character.
  static func parts(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}
