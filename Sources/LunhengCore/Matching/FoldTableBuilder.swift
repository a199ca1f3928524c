/// Makes the base layer of folding, character by character.
struct FoldTableBuilder {
  /// By unit, what it folds to, or `FoldTable.expands`.
  private(set) var single = Array(UInt16.min...UInt16.max)
  /// The characters that take or give more than one unit; and each high surrogate of such a character,
  /// as itself, for where it stands alone.
  private(set) var several: [(scalar: UInt32, units: [UInt16])] = []

  private var mappings: [UInt32: [UInt16]] = [:]

  /// The full-width stop, which is also a decimal point.
  static let fullWidthStop: UInt16 = 0xFF0E

  mutating func build() {
    addNFKCCasefold()
    addPairs(RadicalTable.compiled)
    addPairs(VariantTable.supplementary)
    HKSCSPrivateUse.forEachCharacter { mappings[UInt32($0)] = Array($1) }
    for (marks, mark) in Self.punctuation {
      for unit in marks.utf16 { mappings[UInt32(unit)] = [mark] }
    }
    for unit in UInt32(0)...0xA0 where CharacterClass(UInt16(unit)) != .space {
      // PDF text has controls where a font had no character, and U+0002 for a hyphen at a line end.
      if unit < 0x20 || unit >= 0x7F { mappings[unit] = [] }
    }
    // Interlinear annotation and noncharacters.
    for unit in [0xFFF9, 0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF] as [UInt32] { mappings[unit] = [] }
    for unit in UInt16.min...UInt16.max where CharacterClass(unit) == .space {
      mappings[UInt32(unit)] = [0x20]
    }
    settle()
    separate()
  }

  private mutating func addNFKCCasefold() {
    // If ICU's data is missing, opening a break iterator reports it; a table has nobody to tell.
    let changed = try? CharacterData.ranges(matching: "[:Changes_When_NFKC_Casefolded=Yes:]")
    for scalar in (changed ?? []).joined() {
      mappings[scalar] = CharacterData.nfkcCasefold(scalar)
    }
  }

  private mutating func addPairs(_ table: String) {
    var scalars = table.unicodeScalars.makeIterator()
    while let source = scalars.next(), let target = scalars.next() {
      mappings[source.value] = Array(target.utf16)
    }
  }

  /// A mapping may lead to a character that is itself mapped: the private-use code of a radical.
  private mutating func settle() {
    for (scalar, mapping) in mappings {
      var mapping = mapping
      for _ in 0..<4 {
        let next = map(mapping)
        if next == mapping { break }
        mapping = next
      }
      // An accent that stands on a space is an accent.
      if mapping.count > 1 { mapping.removeAll { $0 == 0x20 } }
      mappings[scalar] = mapping
    }
  }

  private func map(_ units: [UInt16]) -> [UInt16] {
    String(decoding: units, as: UTF16.self).unicodeScalars.flatMap {
      mappings[$0.value] ?? Array($0.utf16)
    }
  }

  private mutating func separate() {
    for (scalar, mapping) in mappings {
      if scalar <= 0xFFFF, mapping.count <= 1 {
        single[Int(scalar)] = mapping.first ?? 0
      } else {
        several.append((scalar, mapping))
        let unit = scalar <= 0xFFFF ? UInt16(scalar) : UTF16.leadSurrogate(Unicode.Scalar(scalar)!)
        if scalar > 0xFFFF, single[Int(unit)] != FoldTable.expands {
          several.append((UInt32(unit), [unit]))
        }
        single[Int(unit)] = FoldTable.expands
      }
    }
    let stop = Int(Self.fullWidthStop)
    several.append((UInt32(stop), [single[stop]]))
    several.append((0x2E, [0x2E]))
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
