import GRDB
import GRDBSQLite
import LunhengCore

/// The columns of the row that a statement stands on, by index from 0.
struct Columns {
  private let statement: SQLiteStatement

  init(statement: SQLiteStatement) { self.statement = statement }

  func isNull(_ index: CInt) -> Bool {
    sqlite3_column_type(statement, index) == SQLITE_NULL
  }

  func int(_ index: CInt) -> Int { Int(sqlite3_column_int64(statement, index)) }
  func int64(_ index: CInt) -> Int64 { sqlite3_column_int64(statement, index) }
  func double(_ index: CInt) -> Double { sqlite3_column_double(statement, index) }

  func optionalInt(_ index: CInt) -> Int? { isNull(index) ? nil : int(index) }

  func text(_ index: CInt) -> String {
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  func optionalText(_ index: CInt) -> String? { isNull(index) ? nil : text(index) }

  /// A text as UTF-16 units.
  func units(_ index: CInt) -> [UInt16] { withBytes(index) { UTF16Text(utf8: $0).units } }

  func bytes(_ index: CInt) -> [UInt8] { withBytes(index) { Array($0) } }

  func optionalBytes(_ index: CInt) -> [UInt8]? { isNull(index) ? nil : bytes(index) }

  func optionalDate(_ index: CInt) throws -> CalendarDate? {
    guard let text = optionalText(index) else { return nil }
    guard let date = CalendarDate(iso8601: text) else { throw DamagedValue("date \(text)") }
    return date
  }

  /// The bytes of a text or blob, valid within `body`; none for NULL.
  func withBytes<Result>(
    _ index: CInt, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    // In this order: asking for the bytes may convert the value and change its length.
    let start = sqlite3_column_blob(statement, index)
    let count = Int(sqlite3_column_bytes(statement, index))
    return try body(
      UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// Adds the value and its type to `hash`, so that no two rows of other values look alike to it.
  func combine(_ index: CInt, into hash: inout ContentHash) {
    let type = sqlite3_column_type(statement, index)
    hash.combine(UInt64(type))
    switch type {
    case SQLITE_INTEGER: hash.combine(UInt64(bitPattern: int64(index)))
    case SQLITE_FLOAT: hash.combine(double(index).bitPattern)
    case SQLITE_NULL: break
    default:
      withBytes(index) { bytes in
        hash.combine(UInt64(bytes.count))
        hash.combine(bytes)
      }
    }
  }

  var count: CInt { sqlite3_column_count(statement) }
}
