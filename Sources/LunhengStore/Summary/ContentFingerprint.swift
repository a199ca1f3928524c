/// Hashes of what a corpus holds, for telling whether two corpora hold the same.
///
/// Not cryptographic: it finds accidents, not forgeries.
public struct ContentFingerprint: Hashable, Sendable, CustomStringConvertible {
  public struct Table: Hashable, Sendable {
    public var name: String
    public var rows: Int
    /// FNV-1a of 128 bits over all rows, thirty-two hexadecimal digits.
    public var hash: String
  }

  /// In a fixed order. Where two corpora differ, the tables that do tell what is different.
  public var tables: [Table]

  /// One line a table: name, rows and hash.
  public var description: String {
    tables.map { "\($0.name) \($0.rows) \($0.hash)" }.joined(separator: "\n")
  }
}
