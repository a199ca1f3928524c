/// Memory that a worker writes anew for each text. It grows, never shrinks, and keeps no content.
package struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
  package private(set) var start: UnsafeMutablePointer<Element>
  private var capacity: Int

  package init() {
    start = .allocate(capacity: 1)
    capacity = 1
  }

  deinit { start.deallocate() }

  /// Makes room for `count` elements; what they hold is undefined until written.
  package mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    capacity = max(count, 2 * capacity)
    start.deallocate()
    start = .allocate(capacity: capacity)
  }

  @inline(__always)
  package subscript(index: Int) -> Element {
    get { start[index] }
    nonmutating set { start[index] = newValue }
  }
}
