/// How many characters of each kind a text has; tells Chinese from bytes read in a wrong charset.
///
/// GB18030 decodes nearly any Big5 without an error, but to characters that hardly occur.
struct CharacterCensus {
  /// What a UTF-16 unit is to the question whether a text is sound.
  enum Kind: UInt8, CaseIterable {
    /// ASCII and general punctuation, which say nothing about the charset.
    case plain
    /// The Han characters that make two thirds of modern prose, Traditional or Simplified.
    case frequent
    /// 、。「」 and the like.
    case punctuation
    /// Other Han characters of the Unified and the Compatibility Ideographs blocks.
    case rare
    case kana
    case hangul
    /// What ordinary text does not have: controls, private use, surrogates, other scripts.
    case unlikely
  }

  private var counts: [Int] = Array(repeating: 0, count: Kind.allCases.count)

  private static let kinds: [UInt8] = (0...UInt16.max).map { kind(of: $0).rawValue }

  private static let frequentUnits = Set(FrequentCharacters.all.utf16)

  private static func kind(of unit: UInt16) -> Kind {
    switch unit {
    case 0x20...0x7E, 0x09...0x0D, 0xA0, 0xB7, 0x2010...0x201F, 0x2022...0x2027, 0x2030...0x203B,
      0xFEFF:
      .plain
    case 0x3000...0x3003, 0x3005, 0x3008...0x3011, 0x3014...0x3017, 0xFF01...0xFF5E: .punctuation
    case 0x4E00...0x9FFF: frequentUnits.contains(unit) ? .frequent : .rare
    // Compatibility ideographs, which some PDF extractors give.
    case 0xF900...0xFAFF: .rare
    case 0x3041...0x30FF, 0xFF66...0xFF9F: .kana
    case 0xAC00...0xD7A3: .hangul
    default: .unlikely
    }
  }

  /// Complexity: O(units), about 1 ns each.
  mutating func add(_ units: UnsafeBufferPointer<UInt16>) {
    Self.kinds.withUnsafeBufferPointer { kinds in
      counts.withUnsafeMutableBufferPointer { counts in
        for unit in units { counts[Int(kinds[Int(unit)])] += 1 }
      }
    }
  }

  subscript(kind: Kind) -> Int { counts[Int(kind.rawValue)] }

  var total: Int { counts.reduce(0, +) }

  /// From -1 (nonsense) to 1; Chinese prose has from 0.5 on, the wrong charset of the two 0.1 and
  /// less. 0 for a text with nothing but ASCII.
  var soundness: Double {
    let counted = total - self[.plain]
    return counted == 0 ? 0 : Double(sound - unsound) / Double(counted)
  }

  /// As `soundness`, but plain characters are a good sign: for UTF-16, where in the wrong byte order
  /// ASCII would be Han characters.
  var soundnessWithPlain: Double {
    total == 0 ? 0 : Double(sound + self[.plain] - unsound) / Double(total)
  }

  private var sound: Int { self[.frequent] + self[.punctuation] }
  /// Characters that Chinese text hardly has.
  var unsound: Int { self[.kana] + self[.hangul] + self[.unlikely] }

  /// The share of `kind` in all that is not plain.
  func share(of kind: Kind) -> Double {
    let counted = total - self[.plain]
    return counted == 0 ? 0 : Double(self[kind]) / Double(counted)
  }
}
