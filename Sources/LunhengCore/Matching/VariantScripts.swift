/// The characters that only one of the two scripts has.
struct VariantScripts: Sendable {
  private(set) var simplified = UnitSet()
  private(set) var traditional = UnitSet()

  init() {
    let inBig5 = Self.big5()
    let neutral = UnitSet(Self.neutral.utf16)
    var pairs = VariantTable.compiled.utf16.makeIterator()
    while let source = pairs.next(), let target = pairs.next() {
      if inBig5.contains(source), !neutral.contains(source) { traditional.insert(source) }
      if !inBig5.contains(target), !neutral.contains(target) { simplified.insert(target) }
    }
    for unit in Self.simplifiedInBig5.utf16 { simplified.insert(unit) }
  }

  /// The characters of Big5, which Traditional is written with.
  private static func big5() -> UnitSet {
    var bytes: [UInt8] = []
    for lead in UInt8(0xA4)...0xF9 {
      for trail in [0x40...0x7E, 0xA1...0xFE].joined() as FlattenSequence<[ClosedRange<UInt8>]> {
        bytes += [lead, trail]
      }
    }
    var set = UnitSet()
    CharsetConverter.forEachCharacter(of: bytes, in: "Big5") { _, units in
      if units.count == 1 { set.insert(units.first!) }
    }
    return set
  }

  /// Characters that tell nothing. Both scripts have the first ones, though only for some of the words;
  /// the others are Simplified in the standards only, and in the fonts of Hong Kong as well.
  private static let neutral = """
    乾著藉瞭徵夥
    亘俣兑兖内册冲决况净凉减凑凛删别剥卧即却厢厦厨厩厮叁吕吣吴呐咏唤啓垴堕墙奂奥姹娱峥\
    幂强弃彦彻径恒悦户抛挟挣换携撑敚晋晚栀棁椁橥殁殴没汹涚温溆滚漤潜焕煴烟牦猪\
    猫瑶疱痪痴盗眦着睁礴祢禄禅秆税稣稆笋筝籼粘糍緑耻脉脔脚脱腭葱蒀虚虬蜕衅衮袄踪踊\
    遥郎醖閲隽霡静鞲鞴頽黄鼗鼋鼹
    """

  /// Characters that Big5 has and nobody uses but for Simplified.
  private static let simplifiedInBig5 =
    "万与价体优党厂吨听圣宁岭庄异忏怀怜惊扰极构机柜气洁离种网肮胜蚕触赶适丰"
}
