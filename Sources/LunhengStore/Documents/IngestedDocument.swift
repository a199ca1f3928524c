import LunhengCore

/// A document with where it was read from, to be stored.
public struct IngestedDocument: Hashable, Sendable {
  /// Its `id` is the document's key in the corpus.
  public var document: Document
  /// The file.
  public var path: String
  /// The line of the record in an NDJSON file, from 1; nil where the file is the document.
  public var recordLine: Int?
  /// Of the bytes that the document was read from: the file's or the record's.
  public var sha256: String
  /// The charset that the bytes were decoded with.
  public var encoding: String

  public init(
    document: Document, path: String, recordLine: Int? = nil, sha256: String, encoding: String
  ) {
    self.document = document
    self.path = path
    self.recordLine = recordLine
    self.sha256 = sha256
    self.encoding = encoding
  }
}
