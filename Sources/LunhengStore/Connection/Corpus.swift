import GRDB

/// A corpus: the documents, what was found in them, and how — one SQLite file.
///
/// Every writing call is one transaction, so that a corpus holds whole batches only, whenever the
/// program is killed. Any number of threads and processes may read while one writes; a second
/// writer waits, up to ten seconds. Within one process all calls are safe from any thread.
///
/// Lists come in a fixed order that does not depend on the order of ingestion: documents by date
/// (undated last) and then by key, compared as UTF-8 bytes.
///
///     let corpus = try Corpus(creatingAt: "op-eds.lunheng")
///     _ = try corpus.ingest(batch, readerVersion: "1")
///     for document in try corpus.documents() { … }
///     try corpus.close()
public final class Corpus: Sendable {
  /// The file, as an absolute path.
  public let path: String
  /// Whether the writing calls work; they throw `StoreError.readOnly` otherwise.
  public let isWritable: Bool

  /// The one connection that writes. A corpus that is only read has it too, closed to writing:
  /// when the last connection to a file closes, only one that may write tidies up the files that
  /// SQLite keeps beside it.
  let connection: DatabaseQueue
  /// Read-only connections, so that readers neither wait for the writer nor see half its work.
  let readers: DatabasePool

  /// Opens the corpus at `path` for reading and writing; creates it if there is no such file.
  ///
  /// - Throws: `StoreError` where the file is not a corpus, is of a newer version of the program,
  ///   or cannot be created or written.
  public convenience init(creatingAt path: String) throws(StoreError) {
    try self.init(path: path, access: .creating)
  }

  /// Opens the existing corpus at `path`, for reading unless `writable`.
  ///
  /// Reading works beside a writer, and on a file and in a folder that must not be written.
  ///
  /// - Throws: `StoreError` where there is no such file, it is not a corpus, or it is of another
  ///   version of the program.
  public convenience init(openingAt path: String, writable: Bool = false) throws(StoreError) {
    try self.init(path: path, access: writable ? .writing : .reading)
  }

  /// Waits for another writer long enough for it to finish a batch, if it is not told otherwise.
  init(path: String, access: CorpusAccess, patience: Double = 10) throws(StoreError) {
    let connections = try CorpusConnections(path: path, access: access, patience: patience)
    self.path = connections.path
    isWritable = access != .reading
    connection = connections.connection
    readers = connections.readers
  }

  deinit {
    // The readers first: the connection can tidy up only as the last one.
    try? readers.close()
    try? connection.close()
  }

  /// Moves all data into the one file and closes it. Calls after that throw.
  ///
  /// Without this call it happens when the last reference goes, which `exit` does not wait for;
  /// nothing is lost then, but SQLite leaves its `-wal` and `-shm` files for the next opening.
  ///
  /// - Throws: `StoreError` if the file cannot be closed.
  public func close() throws(StoreError) {
    do {
      try readers.close()
      try connection.close()
    } catch {
      throw StoreError(error, path: path, during: .writing)
    }
  }
}
