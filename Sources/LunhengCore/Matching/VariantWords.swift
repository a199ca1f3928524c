/// Which characters that fold alike are other words.
struct VariantWords: Sendable {
  /// The folded characters that have several words behind them.
  let isAmbiguous: UnitSet

  private struct Place: Hashable {
    /// The same for all of a word.
    var word: UInt16
    /// The same for all that are interchangeable everywhere.
    var use: UInt16
  }
  private let places: [UInt16: Place]

  /// - Parameter folded: by unit, what `VariantTable` folds it to.
  init(folded: [UInt16]) {
    var isAmbiguous = UnitSet()
    var places: [UInt16: Place] = [:]
    var place = Place(word: 0, use: 0)
    for unit in Self.groups.utf16 {
      switch unit {
      case 0x20, 0x0A, 0x2F:  // line end, space, slash
        place.word += 1
        place.use += 1
      case 0x7E:  // tilde
        place.use += 1
      default:
        places[unit] = place
        isAmbiguous.insert(folded[Int(unit)])
      }
    }
    self.isAmbiguous = isAmbiguous
    self.places = places
  }

  /// `simplified` is what both fold to.
  func relation(written: UInt16, printed: UInt16, simplified: UInt16) -> VariantRelation {
    // What is in no group is a glyph of all that fold alike: 发, which Traditional does not have.
    guard written != printed, let first = places[written], let second = places[printed] else {
      return .same
    }
    if first == second { return .same }
    if first.word == second.word || printed == simplified { return .merged }
    return written == simplified ? .split : .distinct
  }

  /// The groups of characters that fold alike and are not one word in Traditional writing: a slash
  /// between words, a tilde between what is interchangeable in some words and not in others (本周 and 本週,
  /// 周 alone is a name; 身份 and 身分). What stands together is one word, and so is with all of them what
  /// folds to the group and is not listed: only Simplified or a font has it.
  ///
  /// Made by reading through all groups of two or more that Big5 can write, with its first level for
  /// what is in ordinary use; `VariantWordsTests` lists those that were taken for one word.
  static let groups = """
    丑/醜 了~瞭 于/於 云/雲 交/跤 仆/僕 伙~夥 余/餘馀 佛~彿髴 佣/傭 借~藉 克~剋尅
    具~俱倶 冬/鼕 准/準凖 几/幾 出/齣 分~份 划/劃~畫畵 制/製 千/韆 卜/蔔
    卷~捲巻 只祇衹/隻 台臺~檯枱/颱 吁/籲 合/閤 同仝/衕 后/後 向~嚮曏 周~週/賙
    咸/鹹醎 咽~嚥 哄~鬨閧 唯~惟 喂~餵餧 回囘囬~迴廻逥 困/睏 夫~伕 奸~姦 姜/薑
    它/牠 家~傢 尸~屍 局~侷跼 岳~嶽 帘~簾 席~蓆 干/乾/幹榦 並竝/併倂 幸~倖
    征/徵徴 御/禦 志/誌 念~唸 愈~癒 戚/慼慽 才~纔 扎~紮紥 托~託讬 扣~釦
    折~摺 拐~枴柺 挨~捱 挽~輓 捻~撚 搜捜~蒐 斗/鬥鬦鬭鬪鬬闘閗 昆~崑 曲/麴麯麹
    朱~硃 朴~樸 松/鬆 板~闆 栗/慄 核~覈 梁~樑 欲~慾 沈~沉/瀋渖 注~註 涌~湧
    游~遊 症~癥 秋龝/鞦 私~俬 系/係/繫繋 背~揹 胡/鬍/衚 致/緻 舍舎/捨 芸/蕓
    范/範 蒙/濛~懞矇 蔑~衊 表/錶 谷/穀榖糓 象~像 辟/闢 郁/鬱欝 酸~痠
    采寀埰~採 里/裏裡 霉~黴 面靣/麵麪麫麺 復~覆/複 据/據拠 涂/塗 淀/澱
    熏~薰薫燻 沖~衝 別/彆 鹵~滷 歷歴/曆暦 發発/髮髪 團団/糰 盡~儘侭 當/噹
    擺~襬 術/朮 匯滙~彙彚 簽~籤籖 纖繊纎/縴 臟臓/髒 蘇蘓~甦/囌 獲/穫 記~紀
    贊賛~讚讃 鐘/鍾锺 須/鬚 彌~瀰
    """
}
