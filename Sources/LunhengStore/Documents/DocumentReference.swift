/// A stored document in the version in which it was read.
///
/// Results are stored under a reference. If the document was replaced or removed in between, the
/// reference fits no more, and the results, which belong to other text, are left out.
public struct DocumentReference: Hashable, Sendable {
  /// The row of the document; kept when it is replaced, never used again when it is removed.
  public let rowID: Int64
  let revision: Int
}
