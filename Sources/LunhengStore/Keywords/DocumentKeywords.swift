import LunhengCore

/// The keywords of a document, to be stored.
public struct DocumentKeywords: Hashable, Sendable {
  public var document: DocumentReference
  /// Best first.
  public var keywords: [Keyword]

  public init(document: DocumentReference, keywords: [Keyword]) {
    self.document = document
    self.keywords = keywords
  }
}
