import LunhengCore

/// Names by which Hong Kong and Taiwan papers are known without title marks.
enum Newspapers {
  /// Folded, longest first.
  static let folded: [[UInt16]] = names.split(whereSeparator: \.isWhitespace)
    .map { FoldedText(Array(String($0).utf16)).units }
    .sorted { ($1.count, $0.first!) < ($0.count, $1.first!) }

  /// What names of newspapers and magazines end in, folded.
  static let foldedEndings: [[UInt16]] =
    "報 日報 時報 晚報 新報 早報 週刊 周刊 月刊 雜誌 論壇 評論 新聞網 導報 觀察".split(separator: " ")
    .map { FoldedText(Array(String($0).utf16)).units }

  private static let names = """
    明報 明報月刊 信報 信報財經新聞 經濟日報 香港經濟日報 星島日報 東方日報 太陽報 蘋果日報 文匯報 香港文匯報 大公報 成報 頭條日報 晴報
    都市日報 香港商報 香港01 am730 南華早報 亞洲週刊 灼見名家 立場新聞 眾新聞 端傳媒 星島頭條 紫荊 點新聞 橙新聞 巴士的報
    聯合報 中國時報 自由時報 工商時報 聯合晚報 中央日報 天下雜誌 遠見雜誌 商業周刊 今周刊 財訊 上報 風傳媒 中央社 旺報 人間福報 聯合新聞網
    人民日報 光明日報 經濟參考報 環球時報 南方日報 深圳特區報
    """
}
