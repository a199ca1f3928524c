/// A word or phrase that says what a text is about.
public struct Keyword: Hashable, Sendable {
  /// Where a keyword stands: UTF-16 units of a block of the document.
  public struct Position: Hashable, Sendable {
    /// Which block of the document, from 0.
    public var block: Int
    public var start: Int32
    public var end: Int32

    public init(block: Int, range: Range<Int>) {
      self.block = block
      start = Int32(range.lowerBound)
      end = Int32(range.upperBound)
    }

    public var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// As the document prints it most often.
  public var term: String
  /// Comparable within one document and method only.
  public var score: Double
  /// Occurrences in the document, those in a title that is given apart from its text included.
  public var count: Int
  /// The occurrences in the text, in reading order.
  public var positions: [Position]
  /// The first occurrence with the words around it; nil if it was not asked for.
  public var snippet: String?

  public init(
    term: String, score: Double, count: Int, positions: [Position] = [], snippet: String? = nil
  ) {
    self.term = term
    self.score = score
    self.count = count
    self.positions = positions
    self.snippet = snippet
  }
}
