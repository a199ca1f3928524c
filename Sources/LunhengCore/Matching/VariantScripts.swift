/// The characters that only one of the two scripts has.
struct VariantScripts: Sendable {
  private(set) var simplified = UnitSet()
  private(set) var traditional = UnitSet()

  init() {
    let folded = VariantTable.folded()
    for unit in folded.indices where folded[unit] != unit {
      traditional.insert(UInt16(unit))
    }
  }
}
