import LunhengCore
import Testing

@testable import LunhengIngest

@Suite("A citation")
struct CitationTests {
  @Test(
    "gives publication, date and page in every usual form",
    arguments: [
      "（刊載於《信報》2023 年 12 月 18 日 B7 版）", "（原載〈信報〉2023年12月18日，頁 B7）",
      "（原刊於《信報》２０２３年１２月１８日　Ｂ７版）", "本文刊登於《信報》二〇二三年十二月十八日，B7版",
      "（原載《信報》民國一一二年十二月十八日B7版）", "（刊於《信報》，民國112年12月18日，頁B7）",
      "中華民國一百一十二年十二月十八日 《信報》 B7版", "《信報》B7版，2023-12-18", "信報 2023/12/18 B7",
      "信報　B7　觀點　2023.12.18", "轉載自《信報》觀點版（2023年12月18日，第B7版）",
      "（刊载于《信報》2023年12月18日 B7版）", "資料來源：《信報》，18/12/2023，p.B7",
      "（本文原刊於《信報》觀點版，二○二三年十二月十八日，B7版，標題為編輯所加）",
    ])
  func givesPublicationDateAndPage(text: String) {
    let parser = CitationParser(Array(text.utf16))
    #expect(parser.isCitation)
    #expect(parser.publication?.value == "信報")
    #expect(parser.date?.value.description == "2023-12-18")
    #expect(parser.page?.value == "B7")
  }

  @Test("may be a field a line")
  func mayBeAFieldALine() {
    func parse(_ text: String) -> CitationParser { CitationParser(Array(text.utf16)) }
    #expect(parse("日期：民國一一三年三月八日").date?.value.description == "2024-03-08")
    #expect(parse("報章：維港時報").publication?.value == "維港時報")
    #expect(parse("版面：A12").page?.value == "A12")
    #expect(parse("標題：樓市之外").labelledTitle?.value == "樓市之外")
    #expect(parse("版次：第8版").page?.value == "8")
  }

  @Test(
    "is not a sentence that mentions a paper, a day or a page",
    arguments: [
      "他在《信報》2023年12月18日的文章說，香港需要更多算力，也需要更多的人才和更多的土地。",
      "2023年12月18日，政府宣佈取消辣招，樓市應聲反彈，成交量一周內上升三成。", "《施政報告》要點",
      "第二章　香港的優勢", "2023 年的香港", "12月18日", "日期未定，地點待定",
    ])
  func isNotASentence(text: String) {
    #expect(!CitationParser(Array(text.utf16)).isCitation)
  }

  @Test("leaves out what it does not give")
  func leavesOutWhatItDoesNotGive() {
    let parser = CitationParser(Array("（刊載於《信報》2023年12月18日）".utf16))
    #expect(parser.isCitation)
    #expect(parser.page == nil)
  }

  @Test("points to the words it was read from")
  func pointsToTheWords() {
    let units = Array("（刊載於《信報》2023 年 12 月 18 日 B7 版）".utf16)
    let parser = CitationParser(units)
    func text(_ range: Range<Int>?) -> String? {
      range.map { String(decoding: units[$0], as: UTF16.self) }
    }
    #expect(text(parser.publication?.range) == "信報")
    #expect(text(parser.date?.range) == "2023 年 12 月 18 日")
    #expect(text(parser.page?.range) == "B7")
  }

  @Test(
    "has no date that is two or none",
    arguments: ["05/03/2024", "2023年2月30日", "13/13/2024", "民國年三月", "2023年13月1日"])
  func hasNoAmbiguousDate(text: String) {
    #expect(DateParser(FoldedText(Array(text.utf16)).units).first() == nil)
  }

  @Test(
    "reads numerals as they are written",
    arguments: [
      ("二零二四年一月三十一日", "2024-01-31"), ("二〇二四年十月二十日", "2024-10-20"),
      ("二○二四年十一月廿三日", "2024-11-23"), ("民國九十九年十二月卅一日", "2010-12-31"),
      ("民國一百年元旦；民國一百年一月一日", "2011-01-01"), ("民國113/5/20", "2024-05-20"),
      ("25/12/2023", "2023-12-25"), ("二Ｏ二三年五月四號", "2023-05-04"),
    ])
  func readsNumerals(text: String, date: String) {
    #expect(
      DateParser(FoldedText(Array(text.utf16)).units).first()?.value.description == date)
  }
}
