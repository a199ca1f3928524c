import GRDB
import GRDBSQLite

/// What can stand for a placeholder of a statement.
protocol BoundValue {
  /// Gives SQLite's result code.
  func bindValue(to statement: SQLiteStatement, at index: CInt) -> CInt
}

extension Int: BoundValue {
  func bindValue(to statement: SQLiteStatement, at index: CInt) -> CInt {
    sqlite3_bind_int64(statement, index, Int64(self))
  }
}

extension Int64: BoundValue {
  func bindValue(to statement: SQLiteStatement, at index: CInt) -> CInt {
    sqlite3_bind_int64(statement, index, self)
  }
}

extension Double: BoundValue {
  func bindValue(to statement: SQLiteStatement, at index: CInt) -> CInt {
    sqlite3_bind_double(statement, index, self)
  }
}

extension String: BoundValue {
  func bindValue(to statement: SQLiteStatement, at index: CInt) -> CInt {
    // A null pointer would bind NULL.
    if isEmpty { return sqlite3_bind_text(statement, index, "", 0, nil) }
    var text = self
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        // The length is given, so that a NUL does not end the text.
        sqlite3_bind_text64(
          statement, index, $0.baseAddress, UInt64($0.count), copiedBySQLite, UInt8(SQLITE_UTF8))
      }
    }
  }
}

extension [UInt8]: BoundValue {
  /// Binds the bytes as a blob.
  func bindValue(to statement: SQLiteStatement, at index: CInt) -> CInt {
    // A null pointer would bind NULL.
    if isEmpty { return sqlite3_bind_zeroblob(statement, index, 0) }
    return withUnsafeBufferPointer {
      sqlite3_bind_blob64(statement, index, $0.baseAddress, UInt64($0.count), copiedBySQLite)
    }
  }
}

extension Optional: BoundValue where Wrapped: BoundValue {
  func bindValue(to statement: SQLiteStatement, at index: CInt) -> CInt {
    switch self {
    case .some(let value): value.bindValue(to: statement, at: index)
    case .none: sqlite3_bind_null(statement, index)
    }
  }
}

/// Tells SQLite to copy the bytes, which are gone when the statement runs: SQLITE_TRANSIENT, which
/// the importer cannot express.
var copiedBySQLite: sqlite3_destructor_type {
  unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
