import LunhengIngest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads standard input, or a file, a chunk of whole lines at a time, so that a filter's memory does not
/// grow with its input.
struct LineChunks: ~Copyable {
  /// A chunk of whole lines and where it stands in the input.
  struct Chunk {
    /// Ends with a line feed, unless the input does not.
    var bytes: [UInt8]
    /// The byte of the input that it starts with.
    var offset: Int
    /// The number of its first line, from 1.
    var firstLine: Int
  }

  private let path: String
  private let descriptor: Int32
  private let size: Int
  private var rest: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var isAtEnd = false

  /// - Parameters:
  ///   - path: a file, or "-" for standard input.
  ///   - size: bytes of a chunk, unless a line is longer.
  /// - Throws: `IngestError` if the file cannot be opened.
  init(_ path: String, size: Int = 4 << 20) throws(IngestError) {
    self.path = path
    self.size = size
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw errno == ENOENT ? .noSuchFile(path: path) : .unreadableFile(path: path, errno: errno)
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw .isFolder(path: path)
    }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The next lines; nil at the end.
  ///
  /// - Throws: `IngestError.unreadableFile`.
  mutating func next() throws(IngestError) -> Chunk? {
    var bytes = rest
    rest = []
    var lineEnd: Int?
    while lineEnd == nil, !isAtEnd {
      let searched = bytes.count
      try fill(&bytes, upTo: searched < size ? size : 2 * searched)
      lineEnd = bytes[searched...].lastIndex(of: 0x0A)
    }
    if isAtEnd { lineEnd = bytes.indices.last }
    guard let lineEnd else { return nil }
    rest = Array(bytes[(lineEnd + 1)...])
    bytes.removeSubrange((lineEnd + 1)...)
    defer {
      offset += bytes.count
      line += bytes.withUnsafeBufferPointer { $0.countOfLineFeeds }
    }
    return Chunk(bytes: bytes, offset: offset, firstLine: line)
  }

  /// Reads until there are `count` bytes, or to the end of the input.
  private mutating func fill(_ bytes: inout [UInt8], upTo count: Int) throws(IngestError) {
    let start = bytes
    var failure: Int32?
    bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = start.count
      _ = buffer.update(fromContentsOf: start)
      while filled < count {
        let received = read(descriptor, buffer.baseAddress! + filled, count - filled)
        if received > 0 {
          filled += received
        } else if received == 0 {
          isAtEnd = true
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if let failure { throw .unreadableFile(path: path, errno: failure) }
  }
}
