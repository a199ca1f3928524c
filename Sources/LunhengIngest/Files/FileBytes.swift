internal import CDigest

/// The content of a file, read once and shared by all who work on it.
///
/// ```swift
/// let file = try FileBytes.read("op-ed.txt")
/// try file.requireText()
/// let text = try TextDecoder.decode(file)
/// ```
public struct FileBytes: Sendable {
  /// The path it was read from, as given; "-" for standard input.
  public let path: String
  private let memory: FileMemory

  /// Files from this size on are mapped and not read: 256 MiB.
  ///
  /// A mapping lets the system drop pages of a huge NDJSON file under memory pressure, but a file
  /// that shrinks while it is mapped ends the process. So everything of ordinary size is read.
  static let mappingThreshold = 256 << 20

  private init(path: String, memory: FileMemory) {
    self.path = path
    self.memory = memory
  }

  /// Content that does not come from a file: standard input, a member of an archive, a test.
  public init(path: String, copying bytes: some Collection<UInt8>) {
    self.init(path: path, memory: FileMemory(copying: bytes))
  }

  /// Reads the file at `path`.
  ///
  /// Complexity: O(size).
  ///
  /// - Throws: `noSuchFile` (also when it vanished since it was found), `isFolder`, `specialFile`,
  ///   `unreadableFile` or `emptyFile`.
  public static func read(_ path: String) throws(IngestError) -> FileBytes {
    try read(path, mappingFrom: mappingThreshold)
  }

  static func read(_ path: String, mappingFrom threshold: Int) throws(IngestError) -> FileBytes {
    let status = try Self.naming(path) { () throws(FileSystem.Failure) in
      try FileSystem.status(of: path)
    }
    // Before it is opened, since opening a device can do something to it.
    switch status.kind {
    case .regular: break
    case .folder: throw .isFolder(path: path)
    case .special(let kind): throw .specialFile(path: path, kind: kind)
    }
    let memory = try Self.naming(path) { () throws(FileSystem.Failure) in
      try FileSystem.withDescriptor(path) { (descriptor, status) throws(FileSystem.Failure) in
        status.kind == .regular && status.size >= max(threshold, 1)
          ? try FileSystem.map(descriptor, size: status.size)
          : try FileSystem.readToEnd(of: descriptor, expected: status.size)
      }
    }
    guard !memory.bytes.isEmpty else { throw .emptyFile(path: path) }
    return FileBytes(path: path, memory: memory)
  }

  /// Maps the file at `path`, whatever its size; its pages are read when they are used.
  ///
  /// - Throws: as `read` does.
  public static func map(_ path: String) throws(IngestError) -> FileBytes {
    try read(path, mappingFrom: 1)
  }

  /// The bytes, and what keeps them alive.
  public var unsafeContent: (bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    (UnsafeRawBufferPointer(memory.bytes), memory)
  }

  /// Reads standard input to its end; its path is "-".
  ///
  /// - Throws: `unreadableFile`. Empty input is no error.
  public static func readStandardInput() throws(IngestError) -> FileBytes {
    let memory = try naming("-") { () throws(FileSystem.Failure) in
      try FileSystem.readToEnd(of: 0, expected: 1 << 16)
    }
    return FileBytes(path: "-", memory: memory)
  }

  /// Runs `body` and says of which path it failed.
  private static func naming<Result>(
    _ path: String, _ body: () throws(FileSystem.Failure) -> Result
  ) throws(IngestError) -> Result {
    do {
      return try body()
    } catch {
      throw FileSystem.meansAbsent(error.number)
        ? .noSuchFile(path: path) : .unreadableFile(path: path, errno: error.number)
    }
  }

  /// Number of bytes.
  public var count: Int { memory.bytes.count }

  /// Calls `body` with the bytes, which live no longer than the call.
  public func withBytes<Result, Failure>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(memory) {} }
    return try body(memory.bytes)
  }

  /// SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hexadecimal digits. Complexity: O(count).
  public func sha256() -> String { sha256(of: 0..<count) }

  /// SHA-256 of some of the bytes. Complexity: O(range).
  public func sha256(of range: Range<Int>) -> String {
    let digest = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      withBytes {
        let part = UnsafeBufferPointer(rebasing: $0[range])
        cdigest_sha256(part.baseAddress, part.count, digest.baseAddress)
      }
      return Array(digest)
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// What the content is if it is no plain text.
  public var binaryKind: BinaryKind? { withBytes { BinaryKind(of: $0) } }

  /// Refuses what is no plain text.
  ///
  /// - Parameter forced: the charset that was asked for; in UTF-16 and UTF-32, NUL bytes are fine.
  /// - Throws: `binaryFile`.
  public func requireText(forced: String? = nil) throws(IngestError) {
    guard let kind = binaryKind else { return }
    if kind == .unknown, let forced, Charset(standardNameOf: forced)?.isWide == true { return }
    throw .binaryFile(path: path, kind: kind)
  }
}
