extension UnsafeBufferPointer<UInt8> {
  /// Written so that the compiler makes vector instructions of it. Complexity: O(count), some 10 GB/s.
  package var countOfLineFeeds: Int { reduce(0) { $0 &+ ($1 == 0x0A ? 1 : 0) } }
}
