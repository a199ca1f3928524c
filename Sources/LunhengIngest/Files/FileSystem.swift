#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few calls of POSIX that reading files takes; the only file here that touches the C library.
package enum FileSystem {
  /// The `errno` of a call that failed.
  struct Failure: Error {
    var number: Int32
  }

  enum Kind: Equatable {
    case regular
    case folder
    case special(SpecialFileKind)
  }

  struct Status {
    var kind: Kind
    /// As the file system says; 0 for the files of /proc, which have content all the same.
    var size: Int
  }

  struct Entry {
    /// The name as it is on disk; not valid UTF-8 where `isValidName` is false.
    var name: String
    var isValidName: Bool
    /// Nil for a link, and where the file system does not say: `status` tells.
    var kind: Kind?
  }

  /// What is at `path`, symbolic links followed.
  static func status(of path: String) throws(Failure) -> Status {
    var info = stat()
    guard stat(path, &info) == 0 else { throw Failure(number: errno) }
    return Status(info)
  }

  /// The absolute path without links, "." and "..": equal for two names of one file.
  static func realPath(of path: String) throws(Failure) -> String {
    guard let resolved = realpath(path, nil) else { throw Failure(number: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The entries of a folder, "." and ".." left out, in no particular order.
  static func entries(ofFolder path: String) throws(Failure) -> [Entry] {
    guard let stream = opendir(path) else { throw Failure(number: errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let item = readdir(stream) else {
        if errno != 0 { throw Failure(number: errno) }
        return entries
      }
      let kind: Kind? =
        switch Int(item.pointee.d_type) {
        case Int(DT_REG): .regular
        case Int(DT_DIR): .folder
        default: nil
        }
      let (name, isValid) = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) {
          (String(cString: $0), String(validatingCString: $0) != nil)
        }
      }
      if name != ".", name != ".." {
        entries.append(Entry(name: name, isValidName: isValid, kind: kind))
      }
    }
  }

  /// Opens a regular file for reading and hands its descriptor to `body`, which need not close it.
  static func withDescriptor<Result>(
    _ path: String, _ body: (Int32, Status) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Without O_NONBLOCK, a FIFO that took the file's place since `status` would block for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Failure(number: errno) }
    return try body(descriptor, Status(info))
  }

  /// Reads a descriptor to its end. `expected` is a guess at the size, which the file may exceed.
  static func readToEnd(of descriptor: Int32, expected: Int) throws(Failure) -> FileMemory {
    // One byte more than expected, so that the end is seen without growing.
    var capacity = max(expected, 4095) + 1
    var memory = malloc(capacity)!
    var count = 0
    while true {
      if count == capacity {
        capacity *= 2
        memory = realloc(memory, capacity)!
      }
      let step = read(descriptor, memory + count, capacity - count)
      if step > 0 {
        count += step
      } else if step == 0 {
        break
      } else if errno != EINTR {
        let number = errno
        free(memory)
        throw Failure(number: number)
      }
    }
    return FileMemory(UnsafeRawBufferPointer(start: memory, count: count)) { free(memory) }
  }

  /// Maps `size` bytes of a file, which must not be 0.
  static func map(_ descriptor: Int32, size: Int) throws(Failure) -> FileMemory {
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw Failure(number: errno) }
    return FileMemory(UnsafeRawBufferPointer(start: memory, count: size)) { munmap(memory, size) }
  }

  /// The first index from `start` on at which `byte` stands. Complexity: O(distance), some GB/s.
  package static func firstIndex(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  /// Whether `number` says that there is nothing at the path.
  static func meansAbsent(_ number: Int32) -> Bool { number == ENOENT || number == ENOTDIR }

  static func meansForbidden(_ number: Int32) -> Bool { number == EACCES || number == EPERM }

  static func meansOutOfDescriptors(_ number: Int32) -> Bool {
    number == EMFILE || number == ENFILE
  }

  /// The C library's words for an `errno`.
  static func describe(_ number: Int32) -> String { String(cString: strerror(number)) }
}

extension FileSystem.Status {
  fileprivate init(_ info: stat) {
    size = Int(info.st_size)
    kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFIFO: .special(.pipe)
      case S_IFSOCK: .special(.socket)
      default: .special(.device)
      }
  }
}
