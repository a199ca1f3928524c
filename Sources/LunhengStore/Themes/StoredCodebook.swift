import LunhengCore

/// A codebook that documents of the corpus are coded with.
public struct StoredCodebook: Hashable, Sendable {
  /// What the calls on matches and coverage take.
  public var rowID: Int64
  /// Of the file that the codebook was read from.
  public var sha256: String
  public var codebook: Codebook
}
