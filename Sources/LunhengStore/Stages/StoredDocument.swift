/// A document as the stages read it: its content blocks.
public struct StoredDocument: Hashable, Sendable {
  /// What results are stored under.
  public var reference: DocumentReference
  public var key: String
  /// As the metadata have it, whether it stands in the text or not.
  public var title: String?
  /// In the order of the document.
  public var authors: [String]
  /// Characters of all content blocks.
  public var characters: Int
  /// The stamp of the stage that stored the tokens; nil before.
  public var segmentation: String?
  /// Possibly none.
  public var blocks: [StoredBlock]
}
