/// Which characters that fold alike are other words.
struct VariantWords: Sendable {
  let isAmbiguous = UnitSet()

  func relation(written: UInt16, printed: UInt16, simplified: UInt16) -> VariantRelation { .same }
}
