/// The formats for programs: columns by key, values exact, no title and no footer.
extension Table {
  /// The table as CSV. Complexity: O(size of the table).
  public func csv(_ writer: CSVWriter = CSVWriter()) -> String {
    let indices = dataIndices
    var text = writer.header(indices.map { columns[$0].key })
    for row in rows { text += writer.line(indices.map { row[$0] }) }
    return text
  }

  /// The table as a JSON array with one object a row, its members in the order of the columns.
  public func json(_ writer: JSONWriter = JSONWriter(isPretty: true)) -> String {
    writer.string(jsonValue) + "\n"
  }

  /// The table as one JSON object a line.
  public func ndjson() -> String {
    let writer = JSONWriter()
    var bytes: [UInt8] = []
    for row in rows {
      writer.write(object(of: row), to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value that `json` writes, to be a part of a greater one.
  public var jsonValue: JSONValue { .array(rows.map(object)) }

  /// Bars repeat a number that stands in a column of its own.
  private var dataIndices: [Int] {
    columnIndices(for: .programs).filter { columns[$0].kind != .bar }
  }

  private func object(of row: [Cell]) -> JSONValue {
    .object(dataIndices.map { JSONMember(columns[$0].key, row[$0].jsonValue) })
  }
}

extension Table.Cell {
  fileprivate var jsonValue: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .integer(let value): .integer(value)
    case .decimal(let value, _), .percent(let value, _): .number(value)
    case .missing: .null
    }
  }
}
