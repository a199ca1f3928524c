import Testing

@testable import LunhengCore

@Suite("Words that fold alike")
struct VariantWordsTests {
  private static let table = FoldTable.standard

  private static func unit(_ character: Character) -> UInt16 { character.utf16.first! }

  @Test(
    "are told apart as Traditional writing does",
    arguments: [
      ("裏裡衞衛臺台着著綫線説說為爲啟啓吃喫污汙床牀群羣峰峯布佈秘祕麪麵鑒鑑杯盃", VariantRelation.same),
      ("綫线線线發发髮发歷历曆历鐘钟鍾钟復复複复画畫鍾锺", .same),
      ("後后裡里裏里幹干麵面製制準准錶表隻只鬆松穀谷徵征週周遊游颱台繫系係系鬍胡乾干", .merged),
      // Traditional itself writes either in some words.
      ("周週游遊了瞭瞭了份分分份盡儘儘盡彙匯匯彙象像註注欲慾", .merged),
      ("后後里裡里裏干幹面麵制製准準表錶只隻松鬆谷穀征徵台颱系繫系係胡鬍干乾", .split),
      ("發髮鐘鍾復複乾幹歷曆獲穫臟髒當噹團糰係繫並併術朮", .distinct),
    ])
  func areToldApart(pairs: String, relation: VariantRelation) {
    let characters = Array(pairs)
    for index in stride(from: 0, to: characters.count, by: 2) {
      let (written, printed) = (Self.unit(characters[index]), Self.unit(characters[index + 1]))
      #expect(Self.table[written] == Self.table[printed])
      #expect(
        Self.table.relation(written: written, printed: printed) == relation,
        "\(characters[index])\(characters[index + 1])")
      if relation != .same { #expect(Self.table.isAmbiguous(Self.table[written])) }
    }
  }

  /// All BMP units by what they fold to.
  private static let families: [UInt16: [UInt16]] = {
    let units = (0x3400...0x9FFF as ClosedRange<UInt16>)
    return Dictionary(grouping: units) { table[$0] }.filter { $1.count > 1 }
  }()

  @Test("are so in both directions")
  func areSoInBothDirections() {
    for (folded, family) in Self.families {
      for written in family {
        #expect(Self.table.relation(written: written, printed: written) == .same)
        for printed in family {
          let there = Self.table.relation(written: written, printed: printed)
          let back = Self.table.relation(written: printed, printed: written)
          switch there {
          case .same, .distinct: #expect(back == there)
          case .merged: #expect(back == .split || back == .merged)
          case .split: #expect(back == .merged)
          }
          if !Self.table.isAmbiguous(folded) { #expect(there == .same) }
        }
      }
    }
  }

  @Test("are listed once, in families")
  func areListedOnce() {
    let groups = VariantWords.groups.split(whereSeparator: \.isWhitespace)
    let listed = groups.flatMap { $0.utf16 }.filter { $0 > 0x7F }
    #expect(Set(listed).count == listed.count)
    var families: Set<UInt16> = []
    for group in groups {
      let folds = Set(group.utf16.filter { $0 > 0x7F }.map { Self.table[$0] })
      #expect(folds.count == 1, "\(group)")
      #expect(families.insert(folds.first!).inserted, "\(group)")
      #expect(group.contains("/") || group.contains("~"))
    }
  }

  /// The families that have more than one character in ordinary use and were taken for one word.
  private static let oneWord = """
    丘个丫丰乃么亮仑仿伞传佝你修僵儿冢净凄凌凶刮剩勋勤匹升占厄参叹吃吊听呆咨咱哗唇啕啖啮喧噪坏坛埙堤墙夸妆姐娘娴宴\
    尝岩巨布庵廿弦强彩径忧总恍恤恶悖愿戮扇扑扬抵拓拼拿挂捂捆捍捣捶掏掸敛斤斫晒暗札杆杠杯杰构枪棂棋榨檐欢殷毁毗污沾泄\
    泛浚湿溪溯漓澄炉炮炼烟焊焰燕牦狸猿玩球琅痴痺皂砧磷禧秘窥笺筑答粗糊糟累纼绁绕绩罐耀肴胄腌腭舆艳苎草荐荡荫药菱蒂\
    蓑薮薯藤蘗虫虱蛔蜷螂袅裸裹觑证谥豆踩迹速逾遁酬鉴针钥钳钻铁铅铲铺锄锈锤镋镰闲雁雇雕饥馈驱鬃鲠鳌鹇蕴
    """

  @Test("have all been looked at")
  func haveAllBeenLookedAt() {
    var (ordinary, rare) = (UnitSet(), UnitSet())
    var codes: [UInt8] = []
    for lead in UInt8(0xA4)...0xF9 {
      for trail in Array(0x40...0x7E) + Array(0xA1...0xFE) as [UInt8] { codes += [lead, trail] }
    }
    CharsetConverter.forEachCharacter(of: codes, in: "Big5") { offset, units in
      let code = UInt16(codes[offset]) << 8 | UInt16(codes[offset + 1])
      rare.insert(units.first!)
      if code <= 0xC67E { ordinary.insert(units.first!) }
    }
    let oneWord = UnitSet(Self.oneWord.utf16)
    let missing = Self.families.filter { folded, family in
      let sources = family.count { $0 != folded && rare.contains($0) }
      return (sources > 1 || sources == 1 && ordinary.contains(folded))
        && !Self.table.isAmbiguous(folded) && !oneWord.contains(folded)
    }
    #expect(missing.isEmpty, "\(String(decoding: missing.keys.sorted(), as: UTF16.self))")
  }

  @Test(
    "are of a script",
    arguments: [
      ("香港發展創新科技", FoldTable.Script.traditional), ("香港发展创新科技", .simplified),
      ("金融中心", .undetermined), ("", .undetermined), ("Hong Kong 2023", .undetermined),
      // Hong Kong's fonts, and words that Simplified keeps.
      ("温室氣體，户口，内地，説服", .traditional), ("温和，户口，内部", .undetermined),
      ("乾隆皇帝是著名的", .undetermined), ("他于上周后期台北", .undetermined),
      ("引用简体：「发展」一詞，見於該報告的標題", .traditional), ("书名《三國演義》，作者罗贯中，成书于明代，流传广泛", .simplified),
    ])
  func areOfAScript(text: String, script: FoldTable.Script) {
    #expect(FoldTable.script(of: text.utf16) == script)
  }
}
