/// The tokens of a document's content blocks, to be stored.
public struct DocumentTokens: Hashable, Sendable {
  public var document: DocumentReference
  public var blocks: [BlockTokens]

  public init(document: DocumentReference, blocks: [BlockTokens]) {
    self.document = document
    self.blocks = blocks
  }
}
