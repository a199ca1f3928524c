/// A text as it is compared: each character folded, invisible characters and typographic spaces left
/// out, with the way back to the original.
///
/// A space stays only between two Latin letters or digits, where it separates words; beside a Han
/// character it is typography (「21 世紀」, 「閻 小 駿」).
///
/// Meant to be reused: `fold` replaces the content and keeps the buffers.
public struct FoldedText: Sendable {
  public private(set) var units: [UInt16] = []
  /// For each folded unit, the unit of the original where the character begins that it stands for.
  /// Never decreasing: a character may fold to several units.
  public private(set) var origins: [Int32] = []
  /// Where surrogate pairs of the original begin that were folded as a whole, in order.
  @usableFromInline private(set) var pairs: [Int32] = []

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
    fold(original, table: table, layer: .folded)
  }

  mutating func fold(
    _ original: UnsafeBufferPointer<UInt16>, table: FoldTable, layer: FoldTable.Layer
  ) {
    units.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    units.reserveCapacity(original.count)
    origins.reserveCapacity(original.count)
    // Where a space was seen after a letter or digit and waits for what follows.
    var pendingSpace: Int?
    (layer == .folded ? table.folded : table.base).withUnsafeBufferPointer { folded in
      var index = 0
      while index < original.count {
        let value = folded[Int(original[index])]
        if !FoldTable.isSpecial(value) {
          if let space = pendingSpace {
            separate(before: value, space)
            pendingSpace = nil
          }
          append(value, from: index)
        } else if value == 0x20 {
          if pendingSpace == nil, let last = units.last, CharacterClass(last).isAlphanumeric {
            pendingSpace = index
          }
        } else if value == FoldTable.expands {
          let expansion = table.expansion(of: original, at: index, layer: layer)
          if let space = pendingSpace, let first = expansion.folded.first {
            separate(before: first, space)
            pendingSpace = nil
          }
          for unit in expansion.folded { append(unit, from: index) }
          if expansion.length == 2 { pairs.append(Int32(index)) }
          index += expansion.length - 1
        }
        index += 1
      }
    }
  }

  private mutating func append(_ unit: UInt16, from index: Int) {
    units.append(unit)
    origins.append(Int32(index))
  }

  private mutating func separate(before unit: UInt16, _ space: Int) {
    if CharacterClass(unit).isAlphanumeric { append(0x20, from: space) }
  }

  /// The units of the original that a range of folded units stands for: whole characters.
  ///
  /// Complexity: O(log pairs).
  ///
  /// - Precondition: the range is not empty.
  public func original(_ range: Range<Int>) -> Range<Int> {
    let last = origins[range.upperBound - 1]
    return Int(origins[range.lowerBound])..<Int(last) + (isPair(at: last) ? 2 : 1)
  }

  /// Whether a surrogate pair that was folded as a whole begins at `origin`.
  private func isPair(at origin: Int32) -> Bool {
    let place = pairs.partitioningIndex { $0 >= origin }
    return place < pairs.count && pairs[place] == origin
  }
}
