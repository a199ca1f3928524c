/// A stretch of a block that a theme was found in.
public struct MatchedStretch: Hashable, Sendable {
  /// Which block of the document, from 0.
  public var ordinal: Int
  /// UTF-16 units of the block's text, end exclusive.
  public var start: Int
  public var end: Int
  /// By its ordinal in the codebook.
  public var theme: Int
}
