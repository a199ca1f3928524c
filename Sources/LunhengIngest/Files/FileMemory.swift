/// Memory that holds the content of a file, read or mapped, and is given back with the last user.
///
/// Immutable once made, so that any number of threads may read it.
final class FileMemory: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let release: () -> Void

  init(_ memory: UnsafeRawBufferPointer, release: @escaping () -> Void) {
    bytes = memory.assumingMemoryBound(to: UInt8.self)
    self.release = release
  }

  /// A copy of `bytes`.
  convenience init(copying bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = copy.initialize(from: bytes)
    self.init(UnsafeRawBufferPointer(start: copy.baseAddress, count: bytes.count)) {
      copy.deallocate()
    }
  }

  deinit { release() }
}
