import LunhengCore

/// A document without its text.
public struct DocumentSummary: Hashable, Sendable {
  /// The row of the document in the corpus file.
  public var rowID: Int64
  /// Names the document in the corpus.
  public var key: String
  public var path: String
  /// The line of the record in an NDJSON file, from 1.
  public var recordLine: Int?
  public var sha256: String
  public var encoding: String
  public var title: String?
  public var authors: [String]
  public var date: CalendarDate?
  public var publication: String?
  /// The page in the newspaper, such as "B8".
  public var page: String?
  public var url: String?
  /// Characters of content.
  public var characters: Int
}
