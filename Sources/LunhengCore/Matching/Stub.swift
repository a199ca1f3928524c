public enum VariantRelation { case same, merged, split, distinct }
extension FoldTable {
  public enum Script: Sendable { case simplified, traditional, undetermined }
  static let expands: UInt16 = 0xFFFF
  @inline(__always) static func isSpecial(_ unit: UInt16) -> Bool {
    unit == 0 || unit == 0x20 || unit == 0xFFFF
  }
  func expansion(of text: UnsafeBufferPointer<UInt16>, at: Int) -> (length: Int, folded: [UInt16]) {
    (1, [])
  }
  func base(of units: [UInt16]) -> [UInt16] { units }
  func base(of units: UnsafeBufferPointer<UInt16>) -> [UInt16] { Array(units) }
  func isAmbiguous(_ unit: UInt16) -> Bool { false }
  func relation(written: UInt16, printed: UInt16) -> VariantRelation { .same }
  static func script(of: some Sequence<UInt16>) -> Script { .undetermined }
}
public enum PatternError: Error, Hashable, Sendable { case timeLimit }
public struct RegularExpression: ~Copyable {
  public init(_ pattern: String) throws(PatternError) {}
  public mutating func forEachMatch(
    in units: UnsafeBufferPointer<UInt16>, _ body: (Range<Int>) -> Void
  ) throws(PatternError) {}
}
