import LunhengCore

/// A hit in its context (KWIC, key word in context), and where it is.
public struct ConcordanceLine: Hashable, Sendable {
  /// The text before the hit, of any length; its end is what is shown where there is little room.
  public var left: String
  /// The hit as the text spells it.
  public var hit: String
  /// The text after the hit, of any length.
  public var right: String
  /// The file, or the id of the record.
  public var file: String
  /// The page of the file, from 1, where pages can be told.
  public var page: Int?
  /// The line of the file, from 1.
  public var line: Int?
  public var theme: String
  /// The term as the codebook spells it.
  public var term: String
  /// How the hit lies among the words of the text; nil where that was not found out.
  public var status: BoundaryStatus?

  public init(
    left: String, hit: String, right: String, file: String, page: Int? = nil, line: Int? = nil,
    theme: String, term: String, status: BoundaryStatus? = nil
  ) {
    self.left = left
    self.hit = hit
    self.right = right
    self.file = file
    self.page = page
    self.line = line
    self.theme = theme
    self.term = term
    self.status = status
  }
}
