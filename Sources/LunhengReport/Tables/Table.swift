/// Rows of typed cells under named columns: what every list and matrix is before it is printed.
///
/// ```swift
/// var table = Table(columns: [
///   Table.Column(key: "term", header: "詞彙"),
///   Table.Column(key: "count", header: "次數", kind: .number),
/// ])
/// table.append([.text("土地供應"), .integer(12)])
/// print(table.terminal(.plain))
/// ```
public struct Table: Hashable, Sendable {
  /// Stands above the table where people read it; no part of the data formats.
  public var title: String?
  public let columns: [Column]
  /// Each with one cell a column.
  public private(set) var rows: [[Cell]]
  /// A summary below the rows. Data formats leave it out, so that nobody sums it up with them.
  public let footer: [Cell]?

  /// - Precondition: every row and the footer have one cell a column.
  public init(
    title: String? = nil, columns: [Column], rows: [[Cell]] = [], footer: [Cell]? = nil
  ) {
    for row in rows { precondition(row.count == columns.count, "a row needs one cell a column") }
    if let footer {
      precondition(footer.count == columns.count, "the footer needs one cell a column")
    }
    self.title = title
    self.columns = columns
    self.rows = rows
    self.footer = footer
  }

  /// Adds a row at the end.
  ///
  /// - Precondition: `row` has one cell a column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row needs one cell a column")
    rows.append(row)
  }

  /// Indices of the columns that `audience` gets to see.
  func columnIndices(for audience: Audience) -> [Int] {
    columns.indices.filter { columns[$0].audience == .all || columns[$0].audience == audience }
  }
}
