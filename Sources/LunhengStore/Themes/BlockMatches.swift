import LunhengCore

/// The matches in a block, to be stored.
public struct BlockMatches: Hashable, Sendable {
  /// Which block of the document, from 0.
  public var ordinal: Int
  public var matches: [ThemeMatch]

  public init(ordinal: Int, matches: [ThemeMatch]) {
    self.ordinal = ordinal
    self.matches = matches
  }
}
