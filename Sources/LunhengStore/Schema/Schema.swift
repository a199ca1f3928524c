import GRDB

/// The tables of a corpus file and how a file comes to have them.
enum Schema {
  /// "LunH" in ASCII: the mark in an SQLite file's header that makes it a corpus.
  static let applicationID = 0x4C75_6E48

  /// The version of the tables that this program reads and writes. Each migration raises it.
  static let version = steps.count

  /// What leads from each version to the next; a new file starts before the first.
  private static let steps = [tablesOfVersion1, changesOfVersion2, changesOfVersion3]

  /// Brings the file to the current version; does not touch one that has it.
  ///
  /// In one transaction, mark and version included: a kill leaves the file as it was, and of several
  /// programs that open it at once the others wait and find it done. GRDB's migrator takes one
  /// transaction a step, between which they would meet.
  static func migrate(_ connection: DatabaseQueue) throws {
    func found(_ database: Database) throws -> Int {
      try Query("PRAGMA user_version", in: database).first { $0.int(0) } ?? 0
    }
    if try connection.inDatabase({ try found($0) }) == version { return }
    try connection.write { database in
      for step in steps.dropFirst(try found(database)) { try database.execute(sql: step) }
      try database.execute(
        sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }
  }
}
