import Testing

@testable import LunhengCore

@Suite("Folding")
struct FoldingTests {
  @Test(
    "makes equal what a reader takes for the same",
    arguments: [
      ("ＡＩ", "ai"), ("２１世紀", "21世紀"), ("裏面", "裡面"), ("臺灣", "台灣"), ("熱綫", "熱線"),
      ("衞生", "衛生"), ("數據", "数据"), ("⽔", "水"), ("金融 科技", "金融科技"), ("在 21 世紀", "在21世紀"),
      ("閻 小 駿", "閻小駿"), ("soft\u{AD}ware", "software"), ("算\u{200B}力", "算力"), ("樂\u{F95C}", "樂樂"),
      // Radicals, strokes, compatibility ideographs of plane 2, private-use characters of HKSCS.
      ("⻝⽤", "食用"), ("⺠⽣", "民生"), ("⻄⽅", "西方"), ("㇐", "一"), ("丽\u{2F8A6}", "丽慈"),
      ("\u{ECE1}", "\u{20EA2}"),
      // Characters that fold to several.
      ("1000㎡", "1000M2"), ("㈱", "(株)"), ("ﬁnance", "FINANCE"), ("等…", "等..."),
      ("葛\u{E0100}西", "葛西"),
      ("𠮷野家", "吉野家"), ("𥚃面", "裡面"), ("𝐀𝐈", "AI"),
      // Punctuation inside terms.
      ("習近平·", "習近平・"), ("「一國兩制」", "“一国两制”"), ("『雙碳』", "\"双碳\""), ("九七——回歸", "九七──回歸"),
      ("3～5", "3〜5"), ("（5G）", "(5g)"), ("二○二三", "二〇二三"), ("主題︰", "主題："),
      ("Xi’s", "Xi's"), ("PM２．５", "pm2.5"), ("安東尼．古特雷斯", "安東尼·古特雷斯"),
      // Hong Kong and Taiwan, and their fonts.
      ("羣眾", "群衆"), ("牀位", "床位"), ("説服", "說服"), ("吿示", "告示"), ("戸籍", "戶籍"), ("淸潔", "清潔"),
      ("計畫", "計劃"), ("身分證", "身份證"), ("屋邨", "屋村"), ("滙豐", "匯豐"), ("諮詢", "咨询"),
    ])
  func makesEqual(left: String, right: String) {
    #expect(FoldedText(Array(left.utf16)).units == FoldedText(Array(right.utf16)).units)
  }

  @Test(
    "keeps apart what differs",
    arguments: [
      ("energy level", "energylevel"), ("金融", "金屬"), ("6 355", "6355"), ("2.5", "2·5"),
      ("𠀀", "𠀁"), ("己", "已"), ("末", "未"), ("日", "曰"), ("AI", "A1"),
    ])
  func keepsApart(left: String, right: String) {
    #expect(FoldedText(Array(left.utf16)).units != FoldedText(Array(right.utf16)).units)
  }

  @Test("of variants is ICU's Traditional to Simplified")
  func ofVariantsIsICUs() throws {
    let pairs = Array(VariantTable.compiled.unicodeScalars)
    #expect(pairs.count > 5_000)
    let sources = stride(from: 0, to: pairs.count, by: 2).map { pairs[$0] }
    let targets = stride(from: 1, to: pairs.count, by: 2).map { pairs[$0] }
    // A line a character, because the transform has rules for sequences.
    let separated = sources.map { String($0) }.joined(separator: "\n")
    let transformed = try CharacterData.transliterate(separated, by: "Hant-Hans")
      .split(separator: "\n").map(String.init)
    // ICU corrects a character now and then; a table of another making would differ in hundreds.
    #expect(zip(transformed, targets).count { $0 != String($1) } <= 20)
    for (source, target) in zip(sources, transformed) {
      #expect(Self.fold(String(source)) == Self.fold(target), "\(source) \(target)")
    }
  }

  private static func fold(_ text: String) -> [UInt16] { FoldedText(Array(text.utf16)).units }

  /// Whether folding a character twice is folding it once, in either layer, and leaves no mark of the
  /// table's own.
  private static func isIdempotent(_ scalar: Unicode.Scalar) -> Bool {
    let units = Array(String(scalar).utf16)
    for layer in [FoldTable.Layer.base, .folded] {
      func fold(_ units: [UInt16]) -> [UInt16] {
        var text = FoldedText()
        units.withUnsafeBufferPointer { text.fold($0, table: .standard, layer: layer) }
        return text.units
      }
      let once = fold(units)
      if fold(once) != once || once.contains(0) || once.contains(0xFFFF) { return false }
    }
    // The layers differ by variants only.
    return fold(String(decoding: FoldTable.standard.base(of: units), as: UTF16.self))
      == fold(String(scalar))
  }

  @Test("a second time changes nothing, for any scalar that folds")
  func isIdempotent() throws {
    let supplementary = try CharacterData.ranges(
      matching: "[[:Changes_When_NFKC_Casefolded=Yes:]&[\\U00010000-\\U0010FFFF]]")
    let scalars = [0...0xFFFF as ClosedRange<UInt32>] + supplementary + [0x20000...0x20FFF]
    let failing = scalars.joined().compactMap(Unicode.Scalar.init).filter { !Self.isIdempotent($0) }
    #expect(failing.isEmpty, "\(failing.prefix(20).map { String($0.value, radix: 16) })")
  }

  @Test("leaves half a surrogate pair alone")
  func leavesHalfASurrogatePairAlone() {
    for units in [[0xD87E, 0x4E00], [0xD842], [0xDC00, 0xD842], [0xDB40, 0x20]] as [[UInt16]] {
      #expect(FoldedText(units).units == units.filter { $0 != 0x20 })
    }
  }

  @Test("makes every radical its ideograph")
  func makesEveryRadicalItsIdeograph() throws {
    let table = FoldTable.standard
    let radicals = try CharacterData.ranges(matching: "[[:Radical:][\\u31D0-\\u31DF]]").joined()
    for radical in radicals {
      let base = table.base(of: [UInt16(radical)])
      let isIdeograph =
        base.count == 1 && (0x3400...0x9FFF).contains(base[0]) || base.count == 2
      // ⺀ and ⺚ have no ideograph (⺚ is not assigned).
      #expect(isIdeograph || radical == 0x2E80, "\(String(radical, radix: 16))")
    }
    #expect(radicals.count > 300)
  }

  @Test("reads the private-use area as Big5-HKSCS has it")
  func readsThePrivateUseArea() {
    var characters: [UInt16: [UInt16]] = [:]
    HKSCSPrivateUse.forEachCharacter { characters[$0] = Array($1) }
    #expect(characters.count > 4_500)
    // The first and last of the four stretches: 8740, FA40, FEFE, 8E40, A0FE, C6A1.
    for (code, scalar) in [
      (0xE000, 0x20547), (0xE310, 0x79D4), (0xE311, 0x23ED7), (0xEEB7, 0x2626B), (0xF6B1, 0x2460),
      (0xF303, 0x31C0), (0xECE1, 0x20EA2),
    ] as [(UInt16, UInt32)] {
      #expect(characters[code] == Array(String(Unicode.Scalar(scalar)!).utf16), "\(code)")
    }
    // Bullets of the font Symbol, which Word writes there, are no characters of Hong Kong.
    for code in 0xF020...0xF0FF as ClosedRange<UInt16> { #expect(characters[code] == nil) }
  }
}
