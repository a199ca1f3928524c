/// One part of a path pattern, between two slashes: `*` stands for any characters, `?` for one.
struct GlobSegment {
  let pattern: [Unicode.Scalar]

  init(_ pattern: some StringProtocol) {
    self.pattern = Array(pattern.unicodeScalars)
  }

  /// `**`, which stands for any number of folders, none included.
  var isAnyDepth: Bool { pattern == ["*", "*"] }

  /// Whether it has to be compared with names and is not a name itself.
  var isPattern: Bool { pattern.contains("*") || pattern.contains("?") }

  /// Whether `name` fits. As in a shell, a leading dot must be written out.
  ///
  /// Complexity: O(name × pattern); only the last `*` is ever tried again.
  func matches(_ name: String) -> Bool {
    let name = Array(name.unicodeScalars)
    if name.first == "." && pattern.first != "." { return false }
    var at = 0
    var inPattern = 0
    var star: (afterIt: Int, at: Int)?
    while at < name.count {
      if inPattern < pattern.count, pattern[inPattern] == "*" {
        star = (inPattern + 1, at)
        inPattern += 1
      } else if inPattern < pattern.count,
        pattern[inPattern] == "?" || pattern[inPattern] == name[at]
      {
        at += 1
        inPattern += 1
      } else if let last = star {
        star = (last.afterIt, last.at + 1)
        inPattern = last.afterIt
        at = last.at + 1
      } else {
        return false
      }
    }
    return pattern[inPattern...].allSatisfy { $0 == "*" }
  }
}
