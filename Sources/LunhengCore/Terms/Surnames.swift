/// Chinese surnames, to tell a name from another short word. From the traditional list 百家姓 and the
/// surnames common in Hong Kong and Taiwan today.
package enum Surnames {
  /// Whether Han characters, folded, read as a name: a surname and a given name of one or two.
  package static func isName(_ folded: [UInt16]) -> Bool {
    if (2...3).contains(folded.count), single.contains(folded[0]) { return true }
    return (3...4).contains(folded.count) && compound.contains(Array(folded[..<2]))
  }

  private static let single = Set(
    FoldedText(
      Array(
        """
        趙錢孫李周吳鄭王馮陳褚衛蔣沈韓楊朱秦尤許何呂施張孔曹嚴華金魏陶姜戚謝鄒喻柏水竇章雲蘇潘葛奚范彭郎魯韋昌馬苗鳳花方俞任袁柳酆鮑史唐
        費廉岑薛雷賀倪湯滕殷羅畢郝鄔安常樂于時傅皮卞齊康伍余元卜顧孟平黃和穆蕭尹姚邵湛汪祁毛禹狄米貝明臧計伏成戴談宋茅龐熊紀舒屈項祝董梁
        杜阮藍閔席季麻強賈路婁危江童顏郭梅盛林刁鍾徐邱駱高夏蔡田樊胡凌霍虞萬支柯昝管盧莫經房裘繆干解應宗丁宣賁鄧郁單杭洪包諸左石崔吉鈕龔程
        嵇邢裴陸榮翁荀羊惠甄曲家封芮儲靳汲邴糜松井段富巫烏焦巴弓牧山谷車侯宓蓬全班仰秋仲伊宮寧仇欒甘厲戎祖武符劉景詹束龍葉幸司韶黎薊薄印宿
        白懷蒲台從鄂索咸籍賴卓藺屠蒙池喬陰胥能蒼雙聞莘党翟譚貢勞逄姬申扶堵冉宰酈雍璩桑桂濮牛壽通邊扈燕冀郟浦尚農溫別莊晏柴瞿閻充慕連茹習宦艾
        魚容向古易慎戈廖庾終暨居衡步都耿滿弘匡國文寇廣祿闕東歐殳沃利蔚越夔隆師鞏厙聶晁勾敖融冷訾辛闞那簡饒空曾毋沙乜養鞠須豐巢關蒯相查后荊紅
        游竺權逯蓋益桓公涂凃塗丘佘冼鄺關區麥招植勞鄭刁揭邝蘇游粘巫涂
        """.utf16.filter { CharacterClass($0) == .han })
    ).units)

  private static let compound: Set<[UInt16]> = Set(
    """
    歐陽 司徒 司馬 諸葛 上官 東方 皇甫 尉遲 公孫 慕容 令狐 長孫 夏侯 宇文 端木 西門 南宮 百里 呼延 張簡 范姜 歐陽 太史 聞人 澹臺 濮陽 鍾離
    """.split(whereSeparator: \.isWhitespace).map { FoldedText(Array(String($0).utf16)).units })
}
