/// Makes the base layer of folding, character by character.
struct FoldTableBuilder {
  /// By unit, what it folds to, or `FoldTable.expands`.
  private(set) var single = Array(UInt16.min...UInt16.max)
  /// The characters that take or give more than one unit, by scalar; and each high surrogate of such a
  /// character, as itself, for where it stands alone.
  private(set) var several: [UInt32: [UInt16]] = [:]

  /// The full-width stop, which is also a decimal point.
  static let fullWidthStop: UInt16 = 0xFF0E

  mutating func build() {
    several.reserveCapacity(16_384)
    addNFKCCasefold()
    addPairs(RadicalTable.compiled)
    addPairs(VariantTable.supplementary)
    HKSCSPrivateUse.forEachCharacter { set(UInt32($0), Array($1)) }
    for (marks, mark) in Self.punctuation {
      for unit in marks.utf16 { set(UInt32(unit), [mark]) }
    }
    for unit in UInt32(0)...0x9F where unit < 0x20 || unit >= 0x7F {
      // PDF text has controls where a font had no character, and U+0002 for a hyphen at a line end.
      set(unit, [])
    }
    // Interlinear annotation and noncharacters.
    for unit in [0xFFF9, 0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF] as [UInt32] { set(unit, []) }
    for unit in UInt16.min...0x3000 where CharacterClass(unit) == .space {
      single[Int(unit)] = 0x20
    }
    settle()
    addContexts()
  }

  private mutating func set(_ scalar: UInt32, _ units: [UInt16]) {
    guard scalar <= 0xFFFF else {
      several[scalar] = units
      return
    }
    let unit = Int(scalar)
    if units.count <= 1 {
      if single[unit] == FoldTable.expands { several[scalar] = nil }
      single[unit] = units.first ?? 0
    } else {
      single[unit] = FoldTable.expands
      several[scalar] = units
    }
  }

  private mutating func addNFKCCasefold() {
    // If ICU's data is missing, opening a break iterator reports it; a table has nobody to tell.
    let changed = try? CharacterData.ranges(matching: "[:Changes_When_NFKC_Casefolded=Yes:]")
    // What is not assigned beyond the variation selectors would be a third of the table.
    for scalar in (changed ?? []).joined() where !(0xE01F0...0xE0FFF).contains(scalar) {
      set(scalar, CharacterData.nfkcCasefold(scalar))
    }
  }

  private mutating func addPairs(_ table: String) {
    var scalars = table.unicodeScalars.makeIterator()
    while let source = scalars.next(), let target = scalars.next() {
      set(source.value, Array(target.utf16))
    }
  }

  /// A mapping may lead to a character that is itself mapped: the private-use code of a radical.
  private mutating func settle() {
    for unit in single.indices where single[unit] != unit && single[unit] != FoldTable.expands {
      while single[Int(single[unit])] != single[unit], single[unit] != 0 {
        guard single[Int(single[unit])] != FoldTable.expands else {
          several[UInt32(unit)] = several[UInt32(single[unit])]
          single[unit] = FoldTable.expands
          break
        }
        single[unit] = single[Int(single[unit])]
      }
    }
    for (scalar, units) in several where !isSettled(units) {
      var settled = units
      while case let next = map(settled), next != settled { settled = next }
      // An accent that stands on a space is an accent.
      if settled.count > 1 { settled.removeAll { $0 == 0x20 } }
      set(scalar, settled)
    }
  }

  /// Whether no character of `units` is mapped, nor is a space.
  private func isSettled(_ units: [UInt16]) -> Bool {
    if units.count == 2, UTF16.isLeadSurrogate(units[0]) {
      return several[FoldTable.scalar(units[0], units[1])] == nil
    }
    return units.allSatisfy { single[Int($0)] == $0 && !UTF16.isSurrogate($0) && $0 != 0x20 }
  }

  private func map(_ units: [UInt16]) -> [UInt16] {
    String(decoding: units, as: UTF16.self).unicodeScalars.flatMap { scalar in
      if let mapping = several[scalar.value] { return mapping }
      let units = Array(scalar.utf16)
      return units.count > 1 ? units : single[Int(units[0])] == 0 ? [] : [single[Int(units[0])]]
    }
  }

  /// Makes those units expand that depend on what follows.
  private mutating func addContexts() {
    for scalar in Array(several.keys) where scalar > 0xFFFF {
      let high = UTF16.leadSurrogate(Unicode.Scalar(scalar)!)
      single[Int(high)] = FoldTable.expands
      several[UInt32(high)] = [high]
    }
    let stop = Int(Self.fullWidthStop)
    several[UInt32(stop)] = [single[stop]]
    several[0x2E] = [0x2E]
    single[stop] = FoldTable.expands
  }

  /// Marks that are set in one way or another, and the one that stands for them. What differs only in
  /// width or in the direction of writing is NFKC's.
  private static let punctuation: [(marks: String, mark: UInt16)] = [
    // Also the minus sign and the lines that Taiwan sets dashes of.
    ("‐‑‒–—―－﹘﹣−─━", 0x2D),
    // Between the names of a foreigner; the bullet too, which fonts have in its place.
    ("·‧・･•∙⋅．", 0xB7),
    ("“”„‟「」『』﹁﹂﹃﹄〝〞〟＂｢｣", 0x22),
    ("‘’‚‛＇ʼ", 0x27),
    ("〜～∼", 0x7E),
    // Big5's colon is taken for a vertical leader by most converters.
    ("︰∶", 0x3A),
    ("∕⁄", 0x2F),
    // A circle for the zero of 二〇二三.
    ("○◯", 0x3007),
  ]
}
