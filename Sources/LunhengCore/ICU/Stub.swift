public enum PatternError: Error, Hashable, Sendable { case timeLimit }
public struct RegularExpression: ~Copyable {
  public init(_ pattern: String) throws(PatternError) {}
  public mutating func forEachMatch(
    in units: UnsafeBufferPointer<UInt16>, _ body: (Range<Int>) -> Void
  ) throws(PatternError) {}
}
