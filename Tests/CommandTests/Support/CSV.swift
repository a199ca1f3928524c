/// A strict reader of CSV (RFC 4180): what it accepts, every program reads.
enum CSV {
  struct Fault: Error {
    var offset: Int
    var message: String
  }

  /// The rows of `text`, each of as many fields as the first.
  static func rows(of text: String) throws -> [[String]] {
    let scalars = Array(text.unicodeScalars)
    var rows: [[String]] = []
    var row: [String] = []
    var index = 0
    while index < scalars.count {
      row.append(try field(&index, scalars))
      guard index < scalars.count else { throw Fault(offset: index, message: "no line end") }
      if scalars[index] == "," {
        index += 1
        continue
      }
      guard index + 1 < scalars.count, scalars[index] == "\r", scalars[index + 1] == "\n" else {
        throw Fault(offset: index, message: "neither comma nor CRLF after a field")
      }
      index += 2
      rows.append(row)
      row = []
      if rows.last?.count != rows.first?.count {
        throw Fault(offset: index, message: "row \(rows.count) is of another length")
      }
    }
    return rows
  }

  private static func field(_ index: inout Int, _ scalars: [Unicode.Scalar]) throws -> String {
    var field = String.UnicodeScalarView()
    guard index < scalars.count, scalars[index] == "\"" else {
      while index < scalars.count, ![",", "\r", "\n"].contains(scalars[index]) {
        if scalars[index] == "\"" { throw Fault(offset: index, message: "a bare quote") }
        field.append(scalars[index])
        index += 1
      }
      return String(field)
    }
    index += 1
    while index < scalars.count {
      if scalars[index] != "\"" {
        field.append(scalars[index])
      } else if index + 1 < scalars.count, scalars[index + 1] == "\"" {
        field.append("\"")
        index += 1
      } else {
        index += 1
        return String(field)
      }
      index += 1
    }
    throw Fault(offset: index, message: "a quoted field has no end")
  }
}
