/// A text as it is compared: each unit folded, invisible characters and typographic spaces left out,
/// with the way back to the original.
///
/// A space stays only between two Latin letters or digits, where it separates words; beside a Han
/// character it is typography (「21 世紀」, 「閻 小 駿」).
///
/// Meant to be reused: `fold` replaces the content and keeps the buffers.
public struct FoldedText: Sendable {
  public private(set) var units: [UInt16] = []
  /// For each folded unit, the unit of the original it stands for.
  public private(set) var origins: [Int32] = []

  public init() {}

  public init(_ units: [UInt16], table: FoldTable = .standard) {
    fold(units, table: table)
  }

  /// Complexity: O(n).
  public mutating func fold(_ original: [UInt16], table: FoldTable = .standard) {
    original.withUnsafeBufferPointer { fold($0, table: table) }
  }

  /// Complexity: O(n).
  public mutating func fold(
    _ original: UnsafeBufferPointer<UInt16>, table: FoldTable = .standard
  ) {
    units.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    units.reserveCapacity(original.count)
    origins.reserveCapacity(original.count)
    // Where a space was seen after a letter or digit and waits for what follows.
    var pendingSpace: Int?
    table.folded.withUnsafeBufferPointer { folded in
      for (index, unit) in original.enumerated() {
        let value = folded[Int(unit)]
        if value == 0 { continue }
        if value == 0x20 {
          if pendingSpace == nil, let last = units.last, CharacterClass(last).isAlphanumeric {
            pendingSpace = index
          }
          continue
        }
        if let space = pendingSpace {
          if CharacterClass(value).isAlphanumeric {
            units.append(0x20)
            origins.append(Int32(space))
          }
          pendingSpace = nil
        }
        units.append(value)
        origins.append(Int32(index))
      }
    }
  }

  /// The units of the original that a range of folded units stands for.
  ///
  /// - Precondition: the range is not empty.
  @inlinable
  public func original(_ range: Range<Int>) -> Range<Int> {
    Int(origins[range.lowerBound])..<Int(origins[range.upperBound - 1]) + 1
  }
}
