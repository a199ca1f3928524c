/// A string that recurs in a text and may be a term.
public struct CandidateTerm: Hashable, Sendable {
  /// As mostly printed.
  public var text: String
  /// Folded units: what it counts as.
  public var folded: [UInt16]
  /// Occurrences in the text that it was mined from, and the documents that have some.
  public var count: Int
  public var documents: Int
  /// Occurrences that start and end where words do.
  public var aligned: Int

  public init(text: String, folded: [UInt16], count: Int, documents: Int, aligned: Int) {
    self.text = text
    self.folded = folded
    self.count = count
    self.documents = documents
    self.aligned = aligned
  }
}
