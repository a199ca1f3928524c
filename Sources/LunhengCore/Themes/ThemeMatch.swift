/// How a hit lies among the words of the text.
public enum BoundaryStatus: String, CaseIterable, Sendable, Codable {
  /// It starts and ends where words do.
  case aligned
  /// It lies within one longer word (印度 in 印度尼西亞).
  case nested
  /// It cuts a word that it does not lie within.
  case crossing

  /// - Parameter tokens: tiling the text; segmented without knowledge of the codebook, or every hit
  ///   would be aligned.
  /// - Complexity: O(log tokens).
  public init(of range: Range<Int>, among tokens: [Token]) {
    self = .aligned
    let first = tokens.partitioningIndex { Int($0.end) > range.lowerBound }
    guard first < tokens.count else { return }
    let last = tokens.partitioningIndex { Int($0.end) >= range.upperBound }
    let starts = Int(tokens[first].start) == range.lowerBound
    let ends = last < tokens.count && Int(tokens[last].end) == range.upperBound
    self = starts && ends ? .aligned : first == last ? .nested : .crossing
  }
}

/// An occurrence of a codebook term in a block.
public struct ThemeMatch: Hashable, Sendable {
  /// Index of the theme in the codebook, and of the term in the theme.
  public var theme: Int
  public var term: Int
  /// UTF-16 units of the block's text.
  public var range: Range<Int>
  public var status: BoundaryStatus

  public init(theme: Int, term: Int, range: Range<Int>, status: BoundaryStatus = .aligned) {
    self.theme = theme
    self.term = term
    self.range = range
    self.status = status
  }
}
