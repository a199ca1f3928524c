/// Some whole lines of a file.
public struct LineRange: Hashable, Sendable {
  /// Their bytes, line ends included.
  public var bytes: Range<Int>
  /// The number of the first line, from 1.
  public var firstLine: Int

  public init(bytes: Range<Int>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }
}
