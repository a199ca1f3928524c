/// A word or phrase that says what a text is about.
public struct Keyword: Hashable, Sendable {
  public var term: String
  /// Comparable within one document and method only.
  public var score: Double
  /// Occurrences in the text.
  public var count: Int

  public init(term: String, score: Double, count: Int) {
    self.term = term
    self.score = score
    self.count = count
  }
}
