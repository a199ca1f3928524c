import LunhengCore
import LunhengReport
import Testing

@Suite struct CoveragePageTests {
  private func passage(
    _ text: String, _ highlights: [Range<Int>], title: String = "題", page: Int? = nil
  ) -> EvidencePassage {
    EvidencePassage(
      documentTitle: title, place: "a/1.txt:12", page: page, text: text, highlights: highlights)
  }

  /// The elements of the page in the order of their tags; nil if tags are not properly nested.
  private func elements(of html: String) -> [String]? {
    var open: [Substring] = []
    var all: [String] = []
    for piece in html.split(separator: "<").dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let name = tag.prefix { $0 != " " }
      if name == "!doctype" || name == "meta" { continue }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return nil }
      } else {
        open.append(name)
        all.append(String(name))
      }
    }
    return open.isEmpty ? all : nil
  }

  @Test func aPageIsWholeAndNeedsNothingElse() throws {
    let html = Samples.byAuthor.htmlPage(
      .matches, notes: ["語料"],
      evidence: [CellEvidence(row: 0, column: 2, passages: [passage("青年發展", [0..<2])])])
    let names = try #require(elements(of: html))
    #expect(names.filter { $0 == "table" }.count == 1)
    #expect(Set(names).isDisjoint(with: ["script", "link", "img", "iframe"]))
    #expect(!html.contains("http") && !html.contains("url(") && !html.contains("@import"))
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"zh-Hant\">"))
    #expect(html.contains("<meta charset=\"utf-8\">"))
    #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
  }

  @Test func theCaptionSaysMeasureGroupingAndExtent() {
    let chinese = Samples.byAuthor.htmlPage(.density)
    #expect(chinese.contains("<strong>每千字命中次數（按作者）</strong>"))
    #expect(chinese.contains("9 份文件，共 12,000 字"))
    let english = Samples.byAuthor.htmlPage(.density, language: "en")
    #expect(english.contains("<strong>Matches per 1,000 characters by author</strong>"))
    #expect(english.contains("9 documents, 12,000 characters"))
  }

  @Test func cellsShowTheirValueAndTellTheirCounts() {
    let html = Samples.byAuthor.htmlPage(.share)
    #expect(
      html.contains("<td class=\"h7\" title=\"命中 9 次，見於 7 段、4 份文件\">75.0%</td>"))
    let english = Samples.byAuthor.htmlPage(.matches, language: "en")
    #expect(english.contains("title=\"9 matches in 7 passages, 4 documents\">9</td>"))
    #expect(english.contains("title=\"3 matches in 2 passages, 1 document\">3</td>"))
  }

  @Test func gapsAreADotAndWhatHasNoValueADash() {
    let html = Samples.byAuthor.htmlPage(.share)
    #expect(html.contains("<td class=\"gap\" title=\"命中 0 次，見於 0 段、0 份文件\">·</td>"))
    #expect(html.occurrences(of: ">–</td>") == 3)
  }

  @Test func theTotalIsTheFooterOfTheTable() throws {
    let html = Samples.byAuthor.htmlPage(.matches)
    let footer = try #require(html.split(separator: "<tfoot>").last)
    #expect(footer.contains("<th scope=\"row\" class=\"label\">全部文件</th>"))
    #expect(footer.contains("<td class=\"size\">12,000</td>"))
  }

  @Test func onlyGroupingsShowHowMuchTextARowHas() {
    #expect(Samples.byAuthor.htmlPage(.matches).contains("<th scope=\"col\" class=\"size\">字數"))
    #expect(!Samples.byDocument.htmlPage(.matches).contains("class=\"size\""))
  }

  @Test func theLegendNamesTheBoundsOfEveryStep() {
    let html = Samples.byAuthor.htmlPage(.matches)
    // 9 is the greatest: its steps end at 9·(k/7)².
    #expect(html.contains("<li><span class=\"swatch h3\"></span>1</li>"))
    #expect(html.contains("<li><span class=\"swatch h7\"></span>7–9</li>"))
    #expect(!html.contains("swatch h1\""))
  }

  @Test func whatNamesSayIsNeverMarkup() {
    var matrix = Samples.byDocument
    let attack = "\"'><script>alert(1)</script>&amp;"
    matrix.rows[0].label = attack
    matrix.total.label = attack
    matrix.columns[0].name = LocalizedName(["zh-Hant": attack, "x\"><b>": "y"])
    matrix.columns[1].name = LocalizedName(["x\"><b>": attack])
    var attacked = passage(attack, [0..<3], title: attack)
    attacked.place = attack
    let html = matrix.htmlPage(
      .matches, title: attack, notes: [attack],
      evidence: [CellEvidence(row: 0, column: 0, passages: [attacked])])
    #expect(elements(of: html)?.contains("script") == false)
    #expect(elements(of: html)?.contains("b") == false)
    #expect(html.contains("&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"))
    #expect(!html.contains("\"'>"))
  }

  @Test func cellsWithEvidenceLinkToItAndBack() {
    let html = Samples.byDocument.htmlPage(
      .matches,
      evidence: [CellEvidence(row: 0, column: 0, passages: [passage("鞏固國際金融中心", [2..<6])])])
    #expect(html.contains("id=\"c0-0\"><a href=\"#e0-0\">5</a></td>"))
    #expect(html.contains("<section id=\"e0-0\">"))
    #expect(html.contains("<a href=\"#c0-0\""))
    #expect(html.contains("鞏固<mark>國際金融</mark>中心"))
    #expect(html.contains("<code>a/1.txt:12</code>"))
    #expect(html.contains("列出 3 段中的 1 段"))
    #expect(!html.contains("#e0-1"))
  }

  @Test func evidenceIsInTheOrderOfTheTableAndOneSectionACell() throws {
    let html = Samples.byDocument.htmlPage(
      .matches,
      evidence: [
        CellEvidence(row: 1, column: 1, passages: [passage("丙", [])]),
        CellEvidence(row: 0, column: 1, passages: [passage("乙", [])]),
        CellEvidence(row: 0, column: 0, passages: [passage("甲", [])]),
        CellEvidence(row: 0, column: 0, passages: [passage("丁", [], page: 3)]),
        CellEvidence(row: 1, column: 0, passages: []),
      ])
    let texts = html.split(separator: "<blockquote>").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(texts == ["甲", "丁", "乙", "丙"])
    #expect(html.occurrences(of: "<section id=") == 3)
    #expect(html.occurrences(of: "<h3") == 2)
    #expect(html.contains("<span>第 3 頁</span>"))
    #expect(!html.contains("e1-0"))
    #expect(elements(of: html) != nil)
  }

  private static let highlights: [([Range<Int>], String)] = [
    ([], "a😀&amp;港"),
    ([0..<1], "<mark>a</mark>😀&amp;港"),
    ([4..<5, 0..<3], "<mark>a😀</mark>&amp;<mark>港</mark>"),
    ([0..<3, 1..<4], "<mark>a😀&amp;</mark>港"),
    ([0..<1, 1..<3], "<mark>a😀</mark>&amp;港"),
    // Outside of the text, empty, and in the middle of a surrogate pair.
    ([4..<99], "a😀&amp;<mark>港</mark>"),
    ([7..<9, -2 ..< -1], "a😀&amp;港"),
    ([2..<2], "a😀&amp;港"),
    ([2..<4], "a<mark>😀&amp;</mark>港"),
  ]

  @Test(arguments: highlights)
  func hitsAreMarkedWhateverTheirRanges(ranges: [Range<Int>], expected: String) {
    let html = Samples.byDocument.htmlPage(
      .matches,
      evidence: [CellEvidence(row: 0, column: 0, passages: [passage("a😀&港", ranges)])])
    #expect(html.contains("<blockquote>\(expected)</blockquote>"))
  }

  @Test func textInAnotherLanguageThanThePageSaysSo() {
    let html = Samples.byAuthor.htmlPage(
      .matches, language: "en",
      evidence: [CellEvidence(row: 0, column: 0, passages: [passage("甲", [])])])
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("<th scope=\"col\">International finance</th>"))
    #expect(html.contains("<th scope=\"col\" lang=\"zh-Hant\">房屋</th>"))
    #expect(html.contains("<th scope=\"row\" class=\"label\" lang=\"zh-Hant\">閻小駿</th>"))
    #expect(html.contains("<th scope=\"row\" class=\"label\">(none)</th>"))
    #expect(html.contains("<blockquote lang=\"zh-Hant\">"))
    #expect(!Samples.byAuthor.htmlPage(.matches).contains("<th scope=\"col\" lang="))
  }

  @Test func controlCharactersDoNotReachThePage() {
    let html = Samples.byDocument.htmlPage(.matches, title: "a\u{0}b\u{1B}c\u{85}d\ne")
    #expect(html.contains("<h1>a\u{FFFD}b\u{FFFD}c\u{FFFD}d e</h1>"))
  }
}
