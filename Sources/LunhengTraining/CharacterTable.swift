import LunhengCore

/// The number and kind of each character, chosen by what training text and lexicons contain.
struct CharacterTable {
  /// By UTF-16 unit.
  private(set) var ids: [UInt16]
  /// By number.
  private(set) var kinds: [CharacterKind] = CharacterID.reservedKinds

  private static let numerals = Set("一二三四五六七八九十百千萬億兩零〇幾數半多廿卅".utf16)
  private static let punctuation = Set(",.;:?!、".utf16)
  /// Marks of one use that NFKC keeps apart.
  private static let alike: [(from: String, to: String)] = [("。", "."), ("‧・•∙", "·"), ("﹑", "、")]
  /// A variant that is rarer than this in the training text takes the number of a sister that is ten
  /// times as frequent.
  private static let rare = 3
  private static let mostCharacters = 12_000

  /// - Parameters:
  ///   - text: how often each unit occurs in the training text.
  ///   - lexicons: how often each unit occurs in words of lexicons.
  /// - Throws: `ICUError` if ICU's data is missing.
  init(text: [UInt16: Int], lexicons: [UInt16: Int]) throws(ICUError) {
    let widths = try Self.widthTable()
    ids = [UInt16](repeating: CharacterID.unknownSymbol, count: 65_536)
    try assignClasses()
    var counts = [Int](repeating: 0, count: 65_536)
    for (unit, count) in text { counts[Int(widths[Int(unit)])] += count }
    var known = counts.map { $0 > 0 }
    let listed = lexicons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (unit, _) in listed.prefix(Self.mostCharacters) { known[Int(widths[Int(unit)])] = true }
    var frequencies = counts
    for (unit, count) in lexicons { frequencies[Int(widths[Int(unit)])] += count }
    number(known, counts, frequencies)
    for unit in 0..<65_536 where widths[unit] != unit { ids[unit] = ids[Int(widths[unit])] }
  }

  /// The unit that a full-width, compatibility or radical form stands for.
  private static func widthTable() throws(ICUError) -> [UInt16] {
    var table = Array(UInt16.min...UInt16.max)
    for range in try CharacterData.ranges(matching: "[:Changes_When_NFKC_Casefolded=Yes:]") {
      for scalar in range where scalar <= 0xFFFF {
        let mapping = CharacterData.nfkcCasefold(scalar)
        if mapping.count == 1, CharacterClass(UInt16(scalar)) != .letter {
          table[Int(scalar)] = mapping[0]
        }
      }
    }
    for (from, to) in alike {
      for unit in from.utf16 { table[Int(unit)] = to.utf16.first! }
    }
    return table
  }

  private mutating func assignClasses() throws(ICUError) {
    func assign(_ id: UInt16, _ pattern: String) throws(ICUError) {
      for range in try CharacterData.ranges(matching: pattern) where range.lowerBound <= 0xFFFF {
        for scalar in range.lowerBound...min(range.upperBound, 0xFFFF) { ids[Int(scalar)] = id }
      }
    }
    try assign(CharacterID.foreignLetter, "[[:L:][:Nl:]]")
    try assign(CharacterID.foreignSymbol, "[[:Emoji_Presentation:][:Extended_Pictographic:]]")
    try assign(CharacterID.unknownHan, "[:Co:]")
    try assign(
      CharacterID.attached,
      "[[:Word_Break=Extend:][:Word_Break=Format:][:Word_Break=ZWJ:]-[:White_Space:]]")
    for unit in 0..<65_536 {
      switch CharacterClass(UInt16(unit)) {
      case .han: ids[unit] = CharacterID.unknownHan
      case .digit: ids[unit] = CharacterID.digit
      case .letter: ids[unit] = CharacterID.letter
      case .space: ids[unit] = CharacterID.space
      case .syllabary, .other: break
      }
    }
    // Planes 2 and 3 hold ideographs only.
    for unit in 0xD800...0xDBFF { ids[unit] = CharacterID.foreignLead }
    for unit in 0xD840...0xD8BF { ids[unit] = CharacterID.hanLead }
    for unit in 0xDC00...0xDFFF { ids[unit] = CharacterID.trail }
  }

  /// Numbers the known ideographs and marks, the frequent ones first, which keeps what is looked up often
  /// close together; lets rare variants share.
  private mutating func number(_ known: [Bool], _ counts: [Int], _ frequencies: [Int]) {
    let fold = FoldTable.standard
    var sisters: [UInt16: [UInt16]] = [:]
    for unit in 0..<65_536 where ids[unit] == CharacterID.unknownHan {
      sisters[fold[UInt16(unit)], default: []].append(UInt16(unit))
    }
    var shared: [UInt16: UInt16] = [:]
    for family in sisters.values where family.count > 1 {
      let best = family.max { (counts[Int($0)], $1) < (counts[Int($1)], $0) }!
      for unit in family where unit != best {
        let isRare = counts[Int(unit)] < Self.rare
        if isRare, counts[Int(best)] >= 10 * max(1, counts[Int(unit)]) || !known[Int(unit)] {
          shared[unit] = best
        }
      }
    }
    let order = (0..<65_536).filter { known[$0] && shared[UInt16($0)] == nil }
      .sorted { (frequencies[$1], $0) < (frequencies[$0], $1) }
    for unit in order {
      let kind: CharacterKind
      switch ids[unit] {
      case CharacterID.unknownHan:
        kind = Self.numerals.contains(UInt16(unit)) ? .numeral : .han
      case CharacterID.unknownSymbol:
        kind = Self.punctuation.contains(UInt16(unit)) ? .punctuation : .symbol
      default: continue
      }
      ids[unit] = UInt16(kinds.count)
      kinds.append(kind)
    }
    for (unit, best) in shared { ids[Int(unit)] = ids[Int(best)] }
  }

  /// The numbers of a text's characters, or nil if one of them is not known by itself.
  func pattern(_ units: some Sequence<UInt16>) -> [UInt16]? {
    var pattern: [UInt16] = []
    for unit in units {
      let id = ids[Int(unit)]
      guard id >= CharacterID.firstKnown || id == CharacterID.digit || id == CharacterID.letter
      else { return nil }
      pattern.append(id)
    }
    return pattern
  }
}
