extension Table {
  /// A value of a table, together with how people are to see it. Data formats hold it unrounded.
  public enum Cell: Hashable, Sendable {
    case text(String)
    case integer(Int)
    /// A number, shown to people with so many decimals.
    case decimal(Double, digits: Int)
    /// A fraction of 1, shown to people as a percentage with so many decimals. In data formats it
    /// stays the fraction.
    case percent(Double, digits: Int)
    case missing

    /// The text, or `.missing` for nil.
    public static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .missing }
    /// The integer, or `.missing` for nil.
    public static func optional(_ value: Int?) -> Cell { value.map(Cell.integer) ?? .missing }

    /// The number in the cell, if it has a finite one.
    var number: Double? {
      let number: Double? =
        switch self {
        case .text, .missing: nil
        case .integer(let value): Double(value)
        case .decimal(let value, _), .percent(let value, _): value
        }
      return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// The cell as people read it in `column`, as yet unescaped.
    func display(in column: Column) -> String {
      if case .text(let text) = self { return text }
      guard let number else { return column.missing }
      if number == 0, column.marksZeros { return "·" }
      let shown =
        switch self {
        case .text, .missing: column.missing
        case .integer(let value): String(value)
        case .decimal(let value, let digits): NumberFormat.fixed(value, digits: digits)
        case .percent(let value, let digits): NumberFormat.percent(value, digits: digits)
        }
      return column.groupsDigits ? NumberFormat.grouped(shown) : shown
    }
  }
}
