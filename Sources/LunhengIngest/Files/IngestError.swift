import LunhengCore

/// What can be wrong with an input. `diagnostic` words it for a person.
public enum IngestError: Error, Hashable, Sendable {
  // Finding and reading files.
  case noSuchFile(path: String)
  /// A pattern with `*` or `?` that no file fits.
  case noMatch(pattern: String)
  /// A folder that has no file in it or below it, hidden ones aside.
  case emptyFolder(path: String)
  case unreadableFolder(path: String, errno: Int32)
  case unreadableFile(path: String, errno: Int32)
  /// A name on disk that is not valid UTF-8; `path` has U+FFFD in it.
  case unusableName(path: String)
  case isFolder(path: String)
  case specialFile(path: String, kind: SpecialFileKind)
  case emptyFile(path: String)
  case binaryFile(path: String, kind: BinaryKind)

  // Decoding.
  case unknownEncoding(String)
  /// Too much of a file makes no sense in the charset that was asked for or that fits best; the
  /// first such byte is at `offset`.
  case undecodable(path: String, encoding: String, offset: Int, wasForced: Bool)
  /// A few sequences were replaced by U+FFFD. A warning.
  case undecodableBytes(path: String, encoding: String, first: UndecodableBytes, count: Int)
  case lineTooLong(path: String, line: Int, bytes: Int, limit: Int)

  // Records.
  case badRecord(RecordFault, at: DiagnosticLocation)
}
