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

extension [Token] {
  /// Whether the words of the text part within `range`, each reaching out of it: 手表 in 對手·表示.
  ///
  /// Complexity: O(log tokens).
  func part(_ range: Range<Int>) -> Bool {
    let first = partitioningIndex { Int($0.end) > range.lowerBound }
    let last = partitioningIndex { Int($0.end) >= range.upperBound }
    return first < last && last < count && Int(self[first].start) < range.lowerBound
      && Int(self[last].end) > range.upperBound
  }
}
