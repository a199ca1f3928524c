import LunhengCore
import Testing

@testable import LunhengIngest

@Suite("A byline")
struct BylineTests {
  private static func names(_ text: String) -> [String] {
    BylineParser.names(in: Array(text.utf16)).map(\.text)
  }

  @Test(
    "gives its names",
    arguments: [
      ("閻 小 駿", ["閻小駿"]), ("李 拉", ["李拉"]), ("歐 陽 大 文", ["歐陽大文"]),
      ("閻 小 駿　李 拉", ["閻小駿", "李拉"]), ("陳大文、李小明", ["陳大文", "李小明"]),
      ("陳大文 李小明", ["陳大文", "李小明"]), ("文：陳大文", ["陳大文"]), ("文／陳大文、李小明", ["陳大文", "李小明"]),
      ("（作者：歐陽一）", ["歐陽一"]), ("撰文：南山居士", ["南山居士"]), ("作者：John Chan", ["John Chan"]),
      ("By John Chan", ["John Chan"]), ("陳大文　香港大學教授", ["陳大文"]), ("陳大文（立法會議員）", ["陳大文"]),
      ("香港大學教授 陳大文", ["陳大文"]),
    ])
  func givesItsNames(text: String, names: [String]) {
    #expect(Self.names(text) == names)
  }

  @Test("stands by itself only where it says so or spaces out a name")
  func standsByItself() {
    func isByline(_ text: String) -> Bool { BylineParser.isByline(Array(text.utf16)) }
    #expect(isByline("閻 小 駿"))
    #expect(isByline("文：陳大文"))
    #expect(!isByline("陳大文"))
    #expect(!isByline("金融科技"))
    #expect(!isByline("一 國 兩 制"))
    #expect(!isByline("主席：各位早晨"))
  }

  @Test(
    "is no heading, title or sentence",
    arguments: ["金融科技", "安居樂業", "樓價升了，工資沒有", "香港的未來", "何去何從", "", "2023", "房屋 土地"])
  func isNoHeading(text: String) {
    #expect(Self.names(text).isEmpty)
  }
}
