/// A place in a text: line and column, both from 1, columns in Unicode scalars.
struct Position: Hashable, Comparable, Sendable {
  var line: Int
  var column: Int

  static let start = Position(line: 1, column: 1)

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension Position {
  /// The place of the byte at `offset` of UTF-8 text. Lines end at LF, CR or CR LF.
  init(ofByte offset: Int, in bytes: some Collection<UInt8>) {
    self = .start
    var previous: UInt8 = 0
    for byte in bytes.prefix(offset) {
      switch byte {
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"):
        // The second half of a line end that has been counted.
        break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        line += 1
        column = 1
      default:
        if !UTF8.isContinuation(byte) { column += 1 }
      }
      previous = byte
    }
  }
}
