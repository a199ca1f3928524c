import GRDB

extension Corpus {
  /// Runs `body` in one transaction: all that it does is stored, or nothing.
  func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    guard isWritable else { throw .readOnly(path: path) }
    do {
      return try connection.write(body)
    } catch {
      throw StoreError(error, path: path, during: .writing)
    }
  }

  /// Runs `body` on one state of the corpus, whatever is written meanwhile.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try snapshot(body)
    } catch {
      throw StoreError(error, path: path, during: .reading)
    }
  }

  /// Like `read`, for bodies that call back: what the callback throws comes out as it is.
  func stream(_ body: (Database) throws -> Void) throws {
    do {
      try snapshot(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path, during: .reading)
    } catch let error as DamagedValue {
      throw StoreError(error, path: path, during: .reading)
    }
  }

  /// Re-entrant, because a callback of a streaming call may read again.
  private func snapshot<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try readers.unsafeReentrantRead { database in
      if database.isInsideTransaction { return try body(database) }
      try database.beginTransaction(.deferred)
      // Nothing was written, so that ending it cannot lose anything.
      defer { try? database.commit() }
      return try body(database)
    }
  }
}
