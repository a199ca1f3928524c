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
