extension Table {
  /// A column: its names, and how its cells are shown.
  public struct Column: Hashable, Sendable {
    /// Names the column to programs: the header of CSV and the member of JSON. Stable across
    /// versions and languages; ASCII, unless it is an id that the user chose. Unique in the table.
    public var key: String
    /// Names the column to people.
    public var header: String
    public var kind: Kind
    public var alignment: TextAlignment
    public var audience: Audience
    /// What people see for a missing value.
    public var missing: String
    /// Whether people see zeros as `·`, so that gaps stand out.
    public var marksZeros: Bool
    /// Whether people see numbers with a comma between every three digits: for counts that may be
    /// great, not for years and line numbers.
    public var groupsDigits: Bool
    /// Columns on a terminal beyond which text is cut, even if there is room for more.
    public var maximumWidth: Int?

    /// - Parameter alignment: nil for the start of text and the end of numbers.
    public init(
      key: String, header: String, kind: Kind = .text, alignment: TextAlignment? = nil,
      audience: Audience = .all, missing: String = "–", marksZeros: Bool = false,
      groupsDigits: Bool = false, maximumWidth: Int? = nil
    ) {
      self.key = key
      self.header = header
      self.kind = kind
      self.alignment = alignment ?? (kind == .number ? .trailing : .leading)
      self.audience = audience
      self.missing = missing
      self.marksZeros = marksZeros
      self.groupsDigits = groupsDigits
      self.maximumWidth = maximumWidth
    }
  }

  /// What the cells of a column hold.
  public enum Kind: Hashable, Sendable {
    /// Words, which may be cut with … where there is little room.
    case text
    /// Numbers, which are never cut.
    case number
    /// Numbers that a terminal draws as bars, relative to the greatest of the column; no other
    /// format shows the column.
    case bar
  }

  /// Who sees a column.
  public enum Audience: Hashable, Sendable {
    case all
    /// Readers of terminal tables and Markdown.
    case people
    /// Readers of CSV, JSON and NDJSON.
    case programs
  }
}
