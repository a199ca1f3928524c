import LunhengCore
import LunhengReport
import Testing

@Suite struct CoverageTableTests {
  @Test func groupingsHaveColumnsForDocumentsAndCharacters() {
    #expect(
      Samples.byAuthor.table(.matches).csv()
        == """
        author,documents,characters,finance,housing,youth
        閻小駿,8,12000,3,0,9
        ,1,0,0,0,0

        """.replacing("\n", with: "\r\n"))
  }

  @Test func documentsAreKeyedByIdAndNamedByTitle() {
    #expect(
      Samples.byDocument.table(.matches).csv()
        == """
        document,title,finance,housing,youth
        a/1.txt,關於重建香港舊區新面貌的若干想法,5,1,0
        a/2.txt,a/2.txt,0,2,0

        """.replacing("\n", with: "\r\n"))
  }

  @Test func peopleSeeLabelsGapsAndTheTotal() {
    #expect(
      Samples.byAuthor.table(.matches).terminal(.plain) == """
        主題覆蓋：命中次數（按作者）

        作者      文件數    字數  國際金融  房屋  youth
        ────────  ──────  ──────  ────────  ────  ─────
        閻小駿         8  12,000         3     ·      9
        （無）         1       0         ·     ·      ·
        ────────  ──────  ──────  ────────  ────  ─────
        全部文件       9  12,000         3     ·      9

        """)
  }

  @Test func headersComeInEnglish() {
    let lines = Samples.byAuthor.table(.matches, language: "en").terminal(.plain).lines
    #expect(lines[0] == "Theme coverage: Matches by author")
    #expect(lines[2] == "Author         Documents  Characters  International finance  房屋  youth")
    #expect(lines[5].hasPrefix("(none) "))
    #expect(lines.last?.hasPrefix("All documents ") == true)
  }

  private static let measures: [(CoverageMeasure, [String], String)] = [
    (.matches, ["3", "·", "9"], "3,0,9"),
    (.passages, ["2", "·", "7"], "2,0,7"),
    (.documents, ["1", "·", "4"], "1,0,4"),
    (.share, ["25.0%", "·", "75.0%"], "0.25,0.0,0.75"),
    (.documentShare, ["12.5%", "·", "50.0%"], "0.125,0.0,0.5"),
    (.density, ["0.25", "·", "0.75"], "0.25,0.0,0.75"),
  ]

  @Test(arguments: measures)
  func everyMeasureIsRoundedForPeopleAndExactForPrograms(
    measure: CoverageMeasure, shown: [String], exact: String
  ) {
    let table = Samples.byAuthor.table(measure)
    let line = table.terminal(.plain).lines[4]
    #expect(line.split(separator: " ").suffix(3).map(String.init) == shown)
    #expect(table.csv().split(separator: "\r\n")[1] == "閻小駿,8,12000,\(exact)")
  }

  @Test func aValueThatDoesNotExistIsNoZero() {
    let table = Samples.byAuthor.table(.density)
    #expect(table.csv().split(separator: "\r\n")[2] == ",1,0,,,")
    #expect(table.ndjson().lines[1].hasSuffix(#""finance":null,"housing":null,"youth":null}"#))
    #expect(
      table.terminal(.plain).lines[5].split(separator: " ").suffix(3) == ["–", "–", "–"])
  }

  @Test func aThemeNamedLikeAnotherColumnKeepsItsOwnKey() {
    var matrix = Samples.byAuthor
    matrix.columns[0].id = "documents"
    #expect(matrix.table(.matches).csv().hasPrefix("author,documents,characters,theme:documents,"))
  }

  @Test func longTitlesAreShortenedForPeopleOnly() {
    var matrix = Samples.byDocument
    let title = String(repeating: "論", count: 50)
    matrix.rows[0].label = title
    let table = matrix.table(.matches)
    #expect(table.terminal(.plain).contains(String(repeating: "論", count: 19) + "…"))
    #expect(!table.terminal(.plain).contains(title))
    #expect(table.csv().contains(title))
  }
}
