/// Reads the records of comma-separated values (RFC 4180), one after the other. Empty lines are no
/// records; lines end at LF, CR or CR LF.
struct CSVReader {
  struct Field {
    var text: String
    var position: Position
  }

  struct Record {
    var fields: [Field]
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var problems: [LocatedProblem] = []

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")

  init(_ file: UTF8Text) { bytes = file.bytes }

  /// Nil at the end.
  mutating func next() -> Record? {
    while index < bytes.count, isLineEnd(bytes[index]) { advance() }
    guard index < bytes.count else { return nil }
    var fields = [field()]
    while index < bytes.count, bytes[index] == Self.comma {
      advance()
      fields.append(field())
    }
    if index < bytes.count { advance() }
    return Record(fields: fields)
  }

  /// Up to the comma or line end after it.
  private mutating func field() -> Field {
    let position = Position(line: line, column: column)
    if index < bytes.count, bytes[index] == Self.quote {
      return Field(text: quotedField(), position: position)
    }
    let start = index
    while index < bytes.count, bytes[index] != Self.comma, !isLineEnd(bytes[index]) { advance() }
    return Field(text: String(decoding: bytes[start..<index], as: UTF8.self), position: position)
  }

  private mutating func quotedField() -> String {
    let opening = Position(line: line, column: column)
    var text: [UInt8] = []
    advance()
    while index < bytes.count {
      if bytes[index] == Self.quote {
        advance()
        guard index < bytes.count, bytes[index] == Self.quote else {
          skipRest()
          return String(decoding: text, as: UTF8.self)
        }
      }
      text.append(bytes[index])
      advance()
    }
    problems.append(LocatedProblem(problem: .unclosedQuote, position: opening))
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands between a closing quotation mark and the next comma, which must be nothing.
  private mutating func skipRest() {
    let position = Position(line: line, column: column)
    let start = index
    while index < bytes.count, bytes[index] != Self.comma, !isLineEnd(bytes[index]) { advance() }
    if bytes[start..<index].contains(where: { $0 != UInt8(ascii: " ") }) {
      problems.append(LocatedProblem(problem: .textAfterQuote, position: position))
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// One byte on. The second half of CR LF is no line of its own.
  private mutating func advance() {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if !UTF8.isContinuation(byte), byte != UInt8(ascii: "\r") {
      column += 1
    }
    index += 1
  }
}
