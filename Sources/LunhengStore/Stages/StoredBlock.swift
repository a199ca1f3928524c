import LunhengCore

/// A content block as the stages read it.
public struct StoredBlock: Hashable, Sendable {
  /// Which block of the document, from 0; blocks that are not content are counted.
  public var ordinal: Int
  public var role: BlockRole
  /// The text as UTF-16 code units.
  public var units: [UInt16]
  /// What `storeTokens` stored; nil before.
  public var tokens: [UInt8]?
}
