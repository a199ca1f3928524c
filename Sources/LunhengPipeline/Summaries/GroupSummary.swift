import LunhengCore
import LunhengStore

/// The sentences that stand for a group of documents, or for a theme in it.
public struct GroupSummary: Hashable, Sendable {
  /// A sentence as printed, and where it stands.
  public struct Sentence: Hashable, Sendable {
    public var text: String
    /// 1 for the one that stands most for the group.
    public var score: Double
    public var document: DocumentSummary
    /// Which block of the document, from 0.
    public var block: Int
    /// The line of the file it starts in; of the record, for a record.
    public var line: Int
    /// The page of the file, where pages can be told.
    public var page: Int?
  }

  /// Nil for whatever the documents are about.
  public var theme: Theme?
  /// Nil for the corpus, and for documents that lack what they are grouped by.
  public var group: String?
  /// How many documents have sentences that could be picked, and how many those are.
  public var documents: Int
  public var candidates: Int
  /// Best first.
  public var sentences: [Sentence]
}
