import LunhengCore

/// The words of a document, to be stored in the index.
public struct DocumentWords: Sendable {
  public var document: DocumentReference
  /// The stamp of the tokens that they are of.
  public var segmentation: String
  /// The different words of the document.
  public var table: TaggedVocabulary
  /// By token the number of its word in `table`.
  public var text: IndexedText

  public init(
    document: DocumentReference, segmentation: String, table: TaggedVocabulary, text: IndexedText
  ) {
    self.document = document
    self.segmentation = segmentation
    self.table = table
    self.text = text
  }
}
