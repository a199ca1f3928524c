/// Words that tell a name: what stands after a person's, and what a body's ends with.
enum TitleWords {
  /// Whether a word, folded, stands after names of persons: 陳大文議員.
  static func isTitle(_ folded: ArraySlice<UInt16>) -> Bool {
    (2...4).contains(folded.count) && titles.contains(Array(folded))
  }

  /// Whether a word, folded, is the last of names of bodies: 海濱事務委員會.
  static func isBody(_ folded: ArraySlice<UInt16>) -> Bool {
    (1...3).contains(folded.count) && bodies.contains(Array(folded))
  }

  /// Whether a term, folded, reads as the name of a body.
  static func endsBody(_ folded: [UInt16]) -> Bool {
    folded.count >= 3 && (1...3).contains { bodies.contains(Array(folded.suffix($0))) }
      && !(folded.count <= 4 && notBodies.contains(Array(folded.suffix(2))))
  }

  private static let titles = set(
    """
    議員 先生 女士 小姐 局長 司長 署長 處長 部長 主席 副主席 教授 博士 醫生 律師 大律師 法官 大法官 校長 院長 專員 總監 秘書長 總幹事
    主任 行政總裁 總裁 董事長 總統 總理 首相 市長 省長 書記 將軍 大使 牧師 神父 主教 導演 會長 理事長 委員 太平紳士 同學 老師
    """)

  private static let bodies = set(
    """
    局 署 處 會 部 院 廳 司 所 校 大學 學院 公司 集團 銀行 委員會 協會 學會 總會 商會 工會 聯會 議會 基金 基金會 中心 醫院 法院 法庭
    聯盟 機構 當局 書院 中學 小學 管理局 監察 辦公室 辦事處 辦 組織 審裁處 研究所 交易所 事務所 博物館 圖書館 小組
    """)

  /// Common words that end as names of bodies do.
  private static let notBodies = set(
    "社會 機會 都會 只會 不會 聚會 全部 內部 外部 幹部 到處 好處 壞處 用處 之處 益處 害處 住所 場所 學校 公司 上司 部分 院校 局部")

  private static func set(_ words: String) -> Set<[UInt16]> {
    Set(words.split(whereSeparator: \.isWhitespace).map { FoldedText(Array($0.utf16)).units })
  }
}
