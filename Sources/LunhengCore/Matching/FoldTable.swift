/// What each UTF-16 unit counts as when texts and terms are compared.
///
/// Full-width forms, compatibility ideographs, Kangxi radicals and letter case fold by ICU's
/// NFKC_Casefold (UAX #44); Hong Kong, Taiwan and Simplified variants by `VariantTable`. Only mappings
/// of one unit to one unit are made, so that a folded text keeps a one-to-one map to the original.
/// Folding is for comparing: no output shows a folded character.
public struct FoldTable: Sendable {
  /// By unit; 0 where the unit is invisible (soft hyphen, zero-width space) and is left out.
  let folded: [UInt16]

  /// The table that everything in the program compares with.
  public static let standard = FoldTable()

  init() {
    var folded = Array(UInt16.min...UInt16.max)
    // If ICU's data is missing, opening a break iterator reports it; a table has nobody to tell.
    let changed = try? CharacterData.ranges(matching: "[:Changes_When_NFKC_Casefolded=Yes:]")
    for range in changed ?? [] {
      for scalar in range where scalar <= 0xFFFF {
        let mapping = CharacterData.nfkcCasefold(scalar)
        switch mapping.count {
        case 0: folded[Int(scalar)] = 0
        case 1: folded[Int(scalar)] = mapping[0]
        default: break
        }
      }
    }
    for table in [VariantTable.supplement, VariantTable.compiled] {
      let units = Array(table.utf16)
      for index in stride(from: 0, to: units.count, by: 2) {
        folded[Int(units[index])] = units[index + 1]
      }
    }
    // A mapping may lead to a character that is itself mapped (a compatibility form of a variant).
    for index in folded.indices {
      let target = folded[index]
      folded[index] = folded[Int(target)]
    }
    for index in folded.indices where CharacterClass(UInt16(index)) == .space {
      folded[index] = 0x20
    }
    self.folded = folded
  }

  @inlinable
  public subscript(unit: UInt16) -> UInt16 { value(of: unit) }

  @usableFromInline
  func value(of unit: UInt16) -> UInt16 { folded[Int(unit)] }
}
