/// How much a corpus holds.
public struct CorpusStatistics: Hashable, Sendable {
  public var documents: Int
  /// Blocks of any role.
  public var blocks: Int
  /// Characters of content.
  public var characters: Int
  /// Matches of all codebooks.
  public var matches: Int
  public var codebooks: Int
  /// Bytes of the file once everything is moved into it, as `close` does.
  public var fileSize: Int
}
