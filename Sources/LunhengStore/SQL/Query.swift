import GRDB
import GRDBSQLite

/// A compiled SQL statement whose values are bound and read by SQLite's own functions.
///
/// GRDB's arguments and rows would end a string at its first NUL, which texts out of PDF files
/// contain, stop the program at an unexpected NULL, and box each of the millions of values of a
/// match table. GRDB still opens, shares, migrates and locks.
struct Query {
  private let statement: Statement

  /// A statement that the connection keeps compiled. Its rows must be read to the end before the
  /// same SQL is run again, so this is not for rows that are handed to a caller's closure.
  init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
  }

  /// A statement of its own, which may run while another run of the same SQL is under way.
  init(separate sql: String, in database: Database) throws {
    statement = try database.makeStatement(sql: sql)
  }

  /// Runs the statement for its effect; gives the number of rows it changed.
  @discardableResult
  func run<each Value: BoundValue>(_ values: repeat each Value) throws -> Int {
    try bind(repeat each values)
    try step { _ in true }
    return Int(sqlite3_changes(sqlite3_db_handle(statement.sqliteStatement)))
  }

  /// Gives every row to `body`.
  func read<each Value: BoundValue>(
    _ values: repeat each Value, row body: (Columns) throws -> Void
  ) throws {
    try bind(repeat each values)
    try step { columns in
      try body(columns)
      return true
    }
  }

  /// Gives rows to `body` for as long as it returns true.
  func scan<each Value: BoundValue>(
    _ values: repeat each Value, while body: (Columns) throws -> Bool
  ) throws {
    try bind(repeat each values)
    try step(body)
  }

  /// What `body` makes of the first row; nil if there is none.
  @discardableResult
  func first<each Value: BoundValue, Result>(
    _ values: repeat each Value, row body: (Columns) throws -> Result
  ) throws -> Result? {
    try bind(repeat each values)
    var result: Result?
    try step { columns in
      result = try body(columns)
      return false
    }
    return result
  }

  /// What `body` makes of each row.
  func map<each Value: BoundValue, Element>(
    _ values: repeat each Value, row body: (Columns) throws -> Element
  ) throws -> [Element] {
    try bind(repeat each values)
    var elements: [Element] = []
    try step { columns in
      elements.append(try body(columns))
      return true
    }
    return elements
  }

  /// Puts `values` for the placeholders, from left to right.
  private func bind<each Value: BoundValue>(_ values: repeat each Value) throws {
    let handle = statement.sqliteStatement
    sqlite3_reset(handle)
    var index: CInt = 0
    for value in repeat each values {
      index += 1
      let code = value.bindValue(to: handle, at: index)
      guard code == SQLITE_OK else { throw DatabaseError(code, of: handle) }
    }
    assert(
      index == sqlite3_bind_parameter_count(handle), "as many values as placeholders")
  }

  /// Gives rows to `body` for as long as it returns true.
  private func step(_ body: (Columns) throws -> Bool) throws {
    let handle = statement.sqliteStatement
    // Ends the statement's hold on the database, whichever way the loop ends.
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: guard try body(Columns(statement: handle)) else { return }
      case SQLITE_DONE: return
      case let code: throw DatabaseError(code, of: handle)
      }
    }
  }
}

extension DatabaseError {
  /// The error that `statement` has just run into.
  fileprivate init(_ code: CInt, of statement: SQLiteStatement) {
    self.init(
      resultCode: ResultCode(rawValue: code),
      message: String(cString: sqlite3_errmsg(sqlite3_db_handle(statement))))
  }
}
