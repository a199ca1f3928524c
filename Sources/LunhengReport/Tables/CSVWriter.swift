/// Writes CSV after RFC 4180, with CRLF at the end of every line.
///
/// Takes one row at a time, for tables too long to be held.
public struct CSVWriter: Hashable, Sendable {
  /// Whether the header starts with a byte order mark, without which Excel reads UTF-8 as the
  /// local legacy charset and shows Chinese as garbage.
  public var hasByteOrderMark: Bool
  /// Whether text that a spreadsheet would run as a formula gets an apostrophe in front. Off, text
  /// is written as it is, for programs that read it back.
  public var guardsFormulas: Bool

  public init(hasByteOrderMark: Bool = false, guardsFormulas: Bool = true) {
    self.hasByteOrderMark = hasByteOrderMark
    self.guardsFormulas = guardsFormulas
  }

  /// The first line: the keys of the columns.
  public func header(_ keys: [String]) -> String {
    (hasByteOrderMark ? "\u{FEFF}" : "") + line(keys.map(Table.Cell.text))
  }

  /// The line of one row. Numbers are exact, shares are fractions of 1, missing values are empty.
  public func line(_ row: [Table.Cell]) -> String {
    row.map(field).joined(separator: ",") + "\r\n"
  }

  private func field(_ cell: Table.Cell) -> String {
    switch cell {
    case .text(let text): quoted(guardsFormulas && startsFormula(text) ? "'" + text : text)
    case .integer(let value): String(value)
    case .decimal(let value, _), .percent(let value, _): NumberFormat.shortest(value) ?? ""
    case .missing: ""
    }
  }

  /// OWASP's list: spreadsheets of CJK locales also take the full-width signs, and some skip a line
  /// break or tab before the sign.
  private func startsFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private func quoted(_ text: String) -> String {
    // By byte: "\r\n" is one Character, equal to neither of its halves.
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0D || byte == 0x0A
    }
    guard needsQuotes else { return text }
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}
