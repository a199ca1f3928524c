/// The tokens of a block, to be stored.
public struct BlockTokens: Hashable, Sendable {
  /// Which block of the document, from 0.
  public var ordinal: Int
  /// In whatever coding the caller reads them back in.
  public var tokens: [UInt8]

  public init(ordinal: Int, tokens: [UInt8]) {
    self.ordinal = ordinal
    self.tokens = tokens
  }
}
