/// How often a document has a term of a theme.
public struct MatchCount: Hashable, Sendable {
  /// The document's key.
  public var document: String
  /// Ordinal of the theme in the codebook, and of the term in the theme.
  public var theme: Int
  public var term: Int
  /// Matches by boundary status.
  public var aligned: Int
  public var nested: Int
  public var crossing: Int

  /// Matches of any status.
  public var count: Int { aligned + nested + crossing }
}
