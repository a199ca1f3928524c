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
    var searched = 0
    var lineEnd: Int?
    while !isAtEnd {
      let start = bytes.count
      if start >= size {
        lineEnd = bytes[searched...].lastIndex(of: 0x0A)
        if lineEnd != nil { break }
        searched = start
      }
      try fill(&bytes)
    }
    if isAtEnd { lineEnd = bytes.indices.last }
    guard let lineEnd else { return nil }
    rest = Array(bytes[(lineEnd + 1)...])
    bytes.removeSubrange((lineEnd + 1)...)
    defer {
      offset += bytes.count
      line += bytes.count { $0 == 0x0A }
    }
    return Chunk(bytes: bytes, offset: offset, firstLine: line)
  }

  private mutating func fill(_ bytes: inout [UInt8]) throws(IngestError) {
    let room = 1 << 18
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: room))
    var count: Int
    repeat {
      count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + start, room) }
    } while count < 0 && errno == EINTR
    bytes.removeLast(room - max(count, 0))
    if count < 0 { throw .unreadableFile(path: path, errno: errno) }
    if count == 0 { isAtEnd = true }
  }
}
