import LunhengCore

/// What was found in a document with a codebook, to be stored.
public struct DocumentAnnotation: Hashable, Sendable {
  public var document: DocumentReference
  public var blocks: [BlockMatches]
  /// The matches summed up for each theme that has some, in any order.
  public var scores: [ThemeScore]

  public init(document: DocumentReference, blocks: [BlockMatches], scores: [ThemeScore]) {
    self.document = document
    self.blocks = blocks
    self.scores = scores
  }
}
