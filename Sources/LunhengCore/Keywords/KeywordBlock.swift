/// A content block of a document, as keywords are looked for in it.
public struct KeywordBlock: Sendable {
  /// Which block of the document, from 0; nil for a title that is given apart from the text, in which
  /// occurrences count but have no position.
  public var ordinal: Int?
  public var role: BlockRole
  public var units: [UInt16]
  /// They tile the units.
  public var tokens: [Token]

  public init(ordinal: Int?, role: BlockRole, units: [UInt16], tokens: [Token]) {
    self.ordinal = ordinal
    self.role = role
    self.units = units
    self.tokens = tokens
  }
}
