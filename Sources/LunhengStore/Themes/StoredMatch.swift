import LunhengCore

/// A match with all that it takes to show it in its place.
public struct StoredMatch: Hashable, Sendable {
  public var document: DocumentSummary
  /// Which block of the document, from 0.
  public var ordinal: Int
  /// The block: its text, page, lines and source map.
  public var block: Block
  /// The theme and term by ordinal, the range in the block's text, and the boundary status.
  public var match: ThemeMatch
}
