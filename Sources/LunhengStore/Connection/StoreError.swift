/// What can go wrong with a corpus file. `diagnostic` words it.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The file cannot be read; `reason` is SQLite's.
  case unreadable(path: String, reason: String)
  /// The file is something else: another database, a text, a folder.
  case notACorpus(path: String)
  /// The file was written by a newer version of the program.
  case newerVersion(path: String, found: Int, supported: Int)
  /// The file was written by an older version, and was opened without the right to convert it.
  case olderVersion(path: String, found: Int, supported: Int)
  /// Another process writes and did not finish in time.
  case locked(path: String)
  /// Something was to be written to a corpus that can only be read.
  case readOnly(path: String)
  /// The file contradicts itself; `what` is the place.
  case damaged(path: String, what: String)
  /// The disk or the database refused the data; nothing of the call was stored.
  case writeFailed(path: String, reason: String)
}
