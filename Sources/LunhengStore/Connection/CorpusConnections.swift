import Foundation
import GRDB
import GRDBSQLite

/// The open connections to a corpus file, after it is known to be one.
struct CorpusConnections {
  let path: String
  let connection: DatabaseQueue
  let readers: DatabasePool

  /// - Parameter patience: seconds to wait for another program to finish writing.
  init(path: String, access: CorpusAccess, patience: Double) throws(StoreError) {
    // Absolute, so that neither a change of directory nor names with a meaning of their own to
    // SQLite ("", ":memory:", "file:…") lead elsewhere.
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    self.path = path
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists && isFolder.boolValue { throw .notACorpus(path: path) }
    if !exists && access != .creating { throw .missing(path: path) }
    do {
      do {
        (connection, readers) = try Self.open(
          path, at: path, access: access, patience: patience)
      } catch let error as DatabaseError
        where access == .reading && Self.isUnchanging(path)
        && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      {
        // SQLite wants to put its own files beside the corpus, and must not.
        let name = Self.unchangingFileName(of: path)
        (connection, readers) = try Self.open(
          name, at: path, access: access, patience: patience)
      }
    } catch {
      throw StoreError(error, path: path, during: access == .reading ? .reading : .writing)
    }
  }

  private static func open(
    _ name: String, at path: String, access: CorpusAccess, patience: Double
  ) throws -> (DatabaseQueue, DatabasePool) {
    let connection = try DatabaseQueue(
      path: name, configuration: configuration(cacheKilobytes: 8_000, patience: patience))
    try connection.inDatabase { database in
      try checkIdentity(of: database, path: path, access: access)
      guard access != .reading else {
        try database.execute(sql: "PRAGMA query_only = ON")
        return
      }
      guard sqlite3_db_readonly(database.sqliteConnection, "main") == 0 else {
        throw StoreError.readOnly(path: path)
      }
      try setJournalMode(of: database, patience: patience)
      // In WAL mode a commit then waits for no disk, and yet a kill loses nothing, nor does a power
      // failure damage the file: it may only undo the last commits. Moving the log into the file,
      // which does wait, is done every 16 MB instead of every 4.
      try database.execute(
        sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000")
    }
    if access != .reading { try Schema.migrate(connection) }
    var readerConfiguration = configuration(cacheKilobytes: 4_000, patience: patience)
    readerConfiguration.readonly = true
    readerConfiguration.maximumReaderCount = 4
    return (connection, try DatabasePool(path: name, configuration: readerConfiguration))
  }

  /// Turns WAL on. Of programs that do so at once SQLite refuses all but one, whatever their patience,
  /// because each would wait for the others' read locks.
  private static func setJournalMode(of database: Database, patience: Double) throws {
    let deadline = ContinuousClock.now + .seconds(patience)
    while true {
      do {
        try Query("PRAGMA journal_mode = WAL", in: database).first { $0.text(0) }
        return
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < deadline
      {
        Thread.sleep(forTimeInterval: 0.002)
      }
    }
  }

  private static func configuration(cacheKilobytes: Int, patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // A small cache for each connection and no memory mapping: the system caches the file, and
      // mapped pages would count as memory of this program.
      try database.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes); PRAGMA mmap_size = 0")
    }
    return configuration
  }

  /// Throws unless the file is a corpus that this program knows, or still empty and to be made one.
  /// Comes before anything is written, so that somebody else's database stays as it is.
  private static func checkIdentity(
    of database: Database, path: String, access: CorpusAccess
  ) throws {
    func number(_ sql: String) throws -> Int {
      try Query(sql, in: database).first { $0.int(0) } ?? 0
    }
    // In one transaction, because another program may be creating the corpus just now.
    try database.beginTransaction(.deferred)
    defer { try? database.commit() }
    let application = try number("PRAGMA application_id")
    let version = try number("PRAGMA user_version")
    if access == .creating, application == 0, version == 0,
      try number("SELECT count(*) FROM sqlite_master") == 0
    {
      return
    }
    guard application == Schema.applicationID else { throw StoreError.notACorpus(path: path) }
    if version > Schema.version {
      throw StoreError.newerVersion(path: path, found: version, supported: Schema.version)
    }
    if version < Schema.version, access == .reading {
      throw StoreError.olderVersion(path: path, found: version, supported: Schema.version)
    }
  }

  /// Whether no transaction can be waiting beside the file: then, in a folder where SQLite cannot
  /// make its own files, the corpus can still be read as something that nobody changes.
  private static func isUnchanging(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return (attributes?[.size] as? Int ?? 0) == 0
  }

  /// How SQLite is told so.
  static func unchangingFileName(of path: String) -> String {
    let unreserved = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%"))
    let escaped = path.addingPercentEncoding(withAllowedCharacters: unreserved) ?? path
    return "file:\(escaped)?immutable=1"
  }
}
