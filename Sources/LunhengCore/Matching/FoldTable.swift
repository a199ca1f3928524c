/// What each character counts as when texts and terms are compared.
///
/// Two layers. The base layer makes equal what is the same character: full-width forms, compatibility
/// ideographs, radicals, letter case (ICU's NFKC_Casefold, UAX #44, and `RadicalTable`), the private-use
/// characters of Hong Kong (`HKSCSPrivateUse`) and the punctuation that two typesetters set differently
/// (`FoldTableBuilder`). The folded layer also makes equal what Hong Kong, Taiwan and Simplified Chinese
/// write differently (`VariantTable`); as that makes one character of several words, `relation` tells
/// which they are.
///
/// Most characters are one unit and fold to one; the others are `expands`. Folding is for comparing: no
/// output shows a folded character.
public struct FoldTable: Sendable {
  /// By unit: what it folds to; 0 where it is invisible (soft hyphen, zero-width space) and is left
  /// out, 0x20 where it is white space, `expands` where `expansion` knows.
  let folded: [UInt16]
  /// The same for the base layer.
  let base: [UInt16]

  /// By block of 1,024 scalars: where its entries begin, or `FoldTable.none`.
  private let blocks: [UInt16]
  /// For each scalar of those blocks: its first unit in `foldedUnits`, shifted by 8, and their number.
  private let entries: [UInt32]
  private let foldedUnits: [UInt16]
  private let baseUnits: [UInt16]
  private let words: VariantWords

  /// The table that everything in the program compares with.
  public static let standard = FoldTable()

  /// In place of a unit: it, or the surrogate pair that starts there, folds to another number of units
  /// than it has, or by more than itself.
  static let expands: UInt16 = 0xFFFF
  private static let none: UInt16 = 0xFFFF

  init() {
    var builder = FoldTableBuilder()
    builder.build()
    let variants = VariantTable.folded()
    words = VariantWords(folded: variants)
    base = builder.single
    folded = builder.single.map { $0 == Self.expands ? $0 : variants[Int($0)] }
    var blocks = [UInt16](repeating: Self.none, count: 0x110000 >> 10)
    var entries: [UInt32] = []
    var units: [UInt16] = []
    for (scalar, mapping) in builder.several {
      let block = Int(scalar >> 10)
      if blocks[block] == Self.none {
        blocks[block] = UInt16(entries.count >> 10)
        // A pair without a mapping is itself.
        let first = UInt32(block) << 10
        for scalar in first..<first + 1024 {
          guard scalar > 0xFFFF else {
            entries.append(0)
            continue
          }
          entries.append(UInt32(units.count) << 8 | 2)
          units += UTF16.encode(Unicode.Scalar(scalar)!)!
        }
      }
      let entry = Int(blocks[block]) << 10 | Int(scalar & 0x3FF)
      entries[entry] = UInt32(units.count) << 8 | UInt32(mapping.count)
      units += mapping
    }
    self.blocks = blocks
    self.entries = entries
    baseUnits = units
    foldedUnits = units.map { variants[Int($0)] }
  }

  @inlinable
  public subscript(unit: UInt16) -> UInt16 { value(of: unit) }

  @usableFromInline
  func value(of unit: UInt16) -> UInt16 { folded[Int(unit)] }

  /// Whether a folded unit is not just to be compared: left out, space, or `expands`.
  @inline(__always)
  static func isSpecial(_ unit: UInt16) -> Bool { unit == 0 || unit == 0x20 || unit == expands }
}

// MARK: Characters of several units

extension FoldTable {
  enum Layer {
    case base
    case folded
  }

  /// What a character folds to whose first unit `expands`.
  struct Expansion {
    /// Units of the character: 1 or 2.
    let length: Int
    /// None at all where it is invisible (the variation selectors U+E0100–E01EF).
    let folded: ArraySlice<UInt16>
  }

  /// The fold of the character that starts at `index`.
  ///
  /// Complexity: O(1), without allocation.
  ///
  /// - Precondition: `folded` of the unit there is `expands`.
  func expansion(
    of units: UnsafeBufferPointer<UInt16>, at index: Int, layer: Layer = .folded
  ) -> Expansion {
    let (length, range) = expansionRange(of: units, at: index)
    return Expansion(
      length: length, folded: layer == .folded ? foldedUnits[range] : baseUnits[range])
  }

  /// `units` as they are, without space and what is invisible.
  func solid(_ units: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    var solid: [UInt16] = []
    var index = 0
    while index < units.count {
      let folded = folded[Int(units[index])]
      var length = 1
      var isSeen = folded != 0 && folded != 0x20
      if folded == Self.expands {
        let expansion = expansion(of: units, at: index)
        length = expansion.length
        isSeen = !expansion.folded.isEmpty
      }
      if isSeen { solid += units[index..<index + length] }
      index += length
    }
    return solid
  }

  private func expansionRange(
    of units: UnsafeBufferPointer<UInt16>, at index: Int
  ) -> (length: Int, units: Range<Int>) {
    let unit = units[index]
    var scalar = UInt32(unit)
    var length = 1
    if unit & 0xFC00 == 0xD800, index + 1 < units.count, units[index + 1] & 0xFC00 == 0xDC00 {
      scalar = Self.scalar(unit, units[index + 1])
      length = 2
    } else if unit == FoldTableBuilder.fullWidthStop, index > 0, index + 1 < units.count,
      Self.isDigit(units[index - 1]), Self.isDigit(units[index + 1])
    {
      // A decimal point; elsewhere the stop stands between the names of a foreigner.
      scalar = 0x2E
    }
    let entry = entries[Int(blocks[Int(scalar >> 10)]) << 10 | Int(scalar & 0x3FF)]
    let first = Int(entry >> 8)
    return (length, first..<first + Int(entry & 0xFF))
  }

  /// The scalar of a surrogate pair.
  static func scalar(_ high: UInt16, _ low: UInt16) -> UInt32 {
    0x10000 + UInt32(high & 0x3FF) << 10 + UInt32(low & 0x3FF)
  }

  private static func isDigit(_ unit: UInt16) -> Bool { CharacterClass(unit) == .digit }

  /// `units` in the base layer, spaced as `FoldedText` is.
  func base(of units: [UInt16]) -> [UInt16] {
    units.withUnsafeBufferPointer { base(of: $0) }
  }

  func base(of units: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    var text = FoldedText()
    text.fold(units, table: self, layer: .base)
    return text.units
  }
}

// MARK: Variants

extension FoldTable {
  /// Whether characters fold to the unit that may be other words: 后 for 后 and 後, 发 for 發 and 髮.
  ///
  /// Complexity: O(1).
  public func isAmbiguous(_ folded: UInt16) -> Bool { words.isAmbiguous.contains(folded) }

  /// `units` folded, but for characters that may be other words: equal for phrases that matching takes
  /// for one another whatever the text.
  public func identity(of units: [UInt16]) -> [UInt16] {
    let folded = FoldedText(units, table: self).units
    let base = base(of: units)
    guard folded.count == base.count else { return folded }
    return zip(folded, base).map { isAmbiguous($0) ? $1 : $0 }
  }

  /// What a character of a term has to do with the one that a text prints for it.
  ///
  /// Complexity: O(1).
  ///
  /// - Precondition: both are units of the base layer that fold alike.
  public func relation(written: UInt16, printed: UInt16) -> VariantRelation {
    words.relation(written: written, printed: printed, simplified: folded[Int(printed)])
  }
}
