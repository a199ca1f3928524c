import GRDB

/// The tables of a corpus file and how a file comes to have them.
enum Schema {
  /// "LunH" in ASCII: the mark in an SQLite file's header that makes it a corpus.
  static let applicationID = 0x4C75_6E48

  /// The version of the tables that this program reads and writes. Each migration raises it.
  static let version = 2

  /// Brings the file to the current version; does not touch one that has it.
  static func migrate(_ connection: DatabaseQueue) throws {
    let isCurrent = try connection.inDatabase { database in
      try Query("PRAGMA user_version", in: database).first { $0.int(0) } == version
    }
    if isCurrent { return }
    // The mark comes first: a file that has any table, be it the migrator's own, has the mark too,
    // so that one left by a kill in the middle is known, and finished by the next program.
    try connection.write { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
    var migrator = DatabaseMigrator()
    // With the version inside the migration's transaction, a file never has one without the other.
    migrator.registerMigration("1", foreignKeyChecks: .immediate) { database in
      try database.execute(sql: tablesOfVersion1)
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2", foreignKeyChecks: .immediate) { database in
      try database.execute(sql: changesOfVersion2)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    do {
      try migrator.migrate(connection)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      // Another process has made the tables since we looked.
      try migrator.migrate(connection)
    }
  }
}
