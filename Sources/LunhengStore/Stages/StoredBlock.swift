import GRDB
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

extension StoredBlock {
  /// The content blocks of the document in this row, in order.
  static func content(of document: Int64, _ database: Database) throws -> [StoredBlock] {
    try Query(
      """
      SELECT ordinal, role, text, tokens FROM block
      WHERE document = ? AND role IN (\(BlockRole.contentList)) ORDER BY ordinal
      """, in: database
    ).map(document) { row in
      StoredBlock(
        ordinal: row.int(0), role: try BlockRole(stored: row.text(1)), units: row.units(2),
        tokens: row.optionalBytes(3))
    }
  }
}
