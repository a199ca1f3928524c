import LunhengCore

/// Which matches a reading call is about. Fields that are nil select all matches; all fields that
/// are given must fit.
public struct MatchFilter: Hashable, Sendable {
  /// Themes by their ordinal in the codebook; any counts.
  public var themes: [Int]?
  /// Terms by their text, as the codebook spells them; any counts, in whatever theme it is.
  public var terms: [String]?
  /// How the hit may lie among words.
  public var statuses: [BoundaryStatus]?
  public var documents: DocumentFilter

  public init(
    themes: [Int]? = nil, terms: [String]? = nil, statuses: [BoundaryStatus]? = nil,
    documents: DocumentFilter = DocumentFilter()
  ) {
    self.themes = themes
    self.terms = terms
    self.statuses = statuses
    self.documents = documents
  }
}
