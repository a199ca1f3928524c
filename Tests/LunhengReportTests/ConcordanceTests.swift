import LunhengCore
import LunhengReport
import Testing

@Suite struct ConcordanceTests {
  private let concordance = Concordance([
    ConcordanceLine(
      left: "先談錢從哪裏來，再談怎樣令舊區再走向「", hit: "新質生產力", right: "」的方向一步一步",
      place: ConcordanceLine.Place(file: "op-ed/a.txt", page: 2, line: 19), theme: "創新科技",
      term: "新質生產力", status: .aligned),
    ConcordanceLine(
      left: "遠至", hit: "印度", right: "尼西亞的\n\u{1B}[31m市場",
      place: ConcordanceLine.Place(
        document: "b", file: "b.txt", block: 3, line: 7, column: 5, bytes: [30..<33, 36..<39]),
      theme: "外交",
      term: "印度", status: .nested),
    ConcordanceLine(
      left: "住在", hit: "㓥房", right: "的人", place: ConcordanceLine.Place(file: "c.txt"),
      theme: "房屋", term: "劏房"),
  ])

  @Test func hitsStandInOneColumn() {
    #expect(
      concordance.terminal(.plain) == """
        op-ed/a.txt:19 p.2  先談錢從哪裏來，再談怎樣令舊區再走向「  新質生產力  」的方向一步一步    創新科技
        b.txt:7                                               遠至  印度        尼西亞的 ␛[31m市場  外交 · 在長詞內
        c.txt                                                 住在  㓥房        的人                房屋 · 劏房

        """)
  }

  @Test(arguments: [12, 20, 33, 60, 80, 100, 120])
  func linesFitTheTerminalAndKeepTheHit(width: Int) {
    for colour in [false, true] {
      let text = concordance.terminal(TerminalStyle(width: width, usesColour: colour))
      #expect(text.withoutEscapes.lines.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(text.contains("印度") && text.contains("㓥房"))
    }
  }

  @Test func contextsAreCutFarFromTheHit() {
    let text = concordance.terminal(TerminalStyle(width: 34, usesColour: false))
    #expect(
      text == """
        op-ed/a.txt:19 p.2  創新科技
        區再走向「  新質生產力  」的方向一
        b.txt:7  外交 · 在長詞內
              遠至  印度        尼西亞的 ␛
        c.txt  房屋 · 劏房
              住在  㓥房        的人

        """)
  }

  @Test func aLongPlaceKeepsItsEnd() {
    let line = ConcordanceLine(
      left: "", hit: "房屋", right: "",
      place: ConcordanceLine.Place(file: "corpus/2023/明報/十二月/b8.txt", line: 1_234), theme: "房屋",
      term: "房屋")
    let text = Concordance([line]).terminal(TerminalStyle(width: 20, usesColour: false))
    #expect(text.lines[0] == "…/十二月/b8.txt:1234")
    #expect(text.lines[1] == "房屋")
  }

  @Test func onlyTheHitIsColoured() {
    let text = concordance.terminal(TerminalStyle(width: nil, usesColour: true))
    #expect(text.contains("\u{1B}[1;31m印度\u{1B}[0m        尼西亞的"))
    #expect(!concordance.terminal(.plain).contains("\u{1B}"))
  }

  @Test func theTableHasWholeContextsAndPlacesInParts() {
    #expect(
      concordance.table().ndjson().lines[1]
        == #"{"document":"b","file":"b.txt","block":3,"page":null,"line":7,"column":5,"#
        + #""bytes":"30-33 36-39","left":"遠至","hit":"印度","#
        + #""right":"尼西亞的\n\u001b[31m市場","theme":"外交","term":"印度","status":"nested"}"#)
    #expect(
      concordance.table().csv().hasPrefix("document,file,block,page,line,column,bytes,left,hit,"))
  }

  @Test func nothingFoundIsNothingPrinted() {
    #expect(Concordance([]).terminal(.plain) == "")
    #expect(Concordance([]).terminal(TerminalStyle(width: 30, usesColour: true)) == "")
  }
}
