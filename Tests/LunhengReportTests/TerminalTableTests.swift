import LunhengReport
import Testing

@Suite struct TerminalTableTests {
  private static func terminal(_ width: Int?, colour: Bool = false) -> TerminalStyle {
    TerminalStyle(width: width, usesColour: colour)
  }

  private let table = Table(
    columns: [
      Table.Column(key: "title", header: "標題"), Table.Column(key: "author", header: "作者"),
      Table.Column(key: "count", header: "次數", kind: .number),
    ],
    rows: [
      [.text("關於重建香港舊區新面貌的若干想法"), .text("閻小駿"), .integer(12)],
      [.text("短"), .missing, .integer(3)],
    ],
    footer: [.text("共"), .missing, .integer(15)])

  @Test func columnsAreAlignedByDisplayWidth() {
    #expect(
      table.terminal(.plain) == """
        標題                              作者    次數
        ────────────────────────────────  ──────  ────
        關於重建香港舊區新面貌的若干想法  閻小駿    12
        短                                –          3
        ────────────────────────────────  ──────  ────
        共                                –         15

        """)
  }

  @Test func theWidestTextIsCutFirst() {
    #expect(
      table.terminal(Self.terminal(30)) == """
        標題              作者    次數
        ────────────────  ──────  ────
        關於重建香港舊…   閻小駿    12
        短                –          3
        ────────────────  ──────  ────
        共                –         15

        """)
  }

  @Test func columnsThatFindNoRoomAreStackedInPartsThatRepeatTheFirst() {
    #expect(
      table.terminal(Self.terminal(20)) == """
        標題          作者
        ────────────  ──────
        關於重建香…   閻小駿
        短            –
        ────────────  ──────
        共            –

        標題            次數
        ──────────────  ────
        關於重建香港…     12
        短                 3
        ──────────────  ────
        共                15

        """)
  }

  @Test(arguments: [20, 24, 40, 60, 80, 100, 137, 200])
  func noLineIsWiderThanTheTerminal(width: Int) {
    for colour in [false, true] {
      let table = Samples.wide(themes: 23).table(.matches)
      let text = table.terminal(Self.terminal(width, colour: colour))
      let widest = text.withoutEscapes.lines.map { DisplayWidth.of($0) }.max() ?? 0
      #expect(widest <= width)
      // Every theme is there, and every number whole.
      #expect(text.withoutEscapes.contains("27,148"))
      #expect(text.withoutEscapes.contains("27,236"))
    }
  }

  @Test func noNumberIsLostHoweverNarrowTheTerminal() {
    let matrix = Samples.wide(themes: 6)
    for width in 1...30 {
      let text = matrix.table(.matches).terminal(Self.terminal(width))
      for row in matrix.rows + [matrix.total] {
        for cell in row.cells where cell.matches > 0 {
          #expect(text.contains(NumberFormat.grouped(String(cell.matches))))
        }
      }
    }
  }

  @Test func headersBreakIntoLinesBeforeTextIsCut() {
    let table = Table(
      columns: [
        Table.Column(key: "a", header: "作者"),
        Table.Column(key: "b", header: "環境保護與氣候行動", kind: .number),
        Table.Column(key: "c", header: "Innovation and technology", kind: .number),
      ], rows: [[.text("香港政策研究所"), .integer(1), .integer(2)]])
    #expect(
      table.terminal(Self.terminal(36)) == """
                        環境保  Innovation
                        護與氣         and
        作者            候行動  technology
        ──────────────  ──────  ──────────
        香港政策研究所       1           2

        """)
  }

  @Test func colourBringsBoldHeadersAndItsAbsenceNoEscapes() {
    #expect(!table.terminal(Self.terminal(40)).contains("\u{1B}"))
    let coloured = table.terminal(Self.terminal(nil, colour: true))
    #expect(coloured.lines.first?.contains("\u{1B}[1m次數\u{1B}[0m") == true)
    let plain = table.terminal(.plain)
    func trimmed(_ text: String) -> [String] {
      text.lines.map { line in
        var line = line
        while line.last == " " { line.removeLast() }
        return line
      }
    }
    #expect(trimmed(coloured.withoutEscapes) == trimmed(plain))
  }

  @Test func barsAreDrawnWhereThereIsRoomAndGoFirstWhereThereIsNot() {
    let table = Table(
      columns: [
        Table.Column(key: "term", header: "詞"),
        Table.Column(key: "count", header: "次數", kind: .number),
        Table.Column(key: "bar", header: "", kind: .bar),
      ],
      rows: [
        [.text("土地"), .integer(40), .integer(40)], [.text("房屋"), .integer(10), .integer(10)],
      ],
      footer: [.text("共"), .integer(50), .integer(50)])
    let lines = table.terminal(Self.terminal(40)).lines
    #expect(lines[2] == "土地    40  ████████████████████")
    #expect(lines[3] == "房屋    10  █████")
    #expect(lines.last == "共      50")
    #expect(!table.terminal(Self.terminal(18)).contains("█"))
    #expect(table.terminal(Self.terminal(25)).lines[2] == "土地    40  █████████████")
  }

  @Test func whatAFileSaysCannotSteerTheTerminal() {
    let table = Table(
      title: "a\u{1B}]0;x\u{7}", columns: [Table.Column(key: "a", header: "h\u{9B}31m")],
      rows: [[.text("x\u{1B}[2J\r\ny\tz\u{202E}")]])
    let text = table.terminal(.plain)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !(0..<0x20 ~= $0.value) })
    #expect(text.unicodeScalars.allSatisfy { !(0x7F..<0xA0 ~= $0.value) })
    #expect(text.lines.last == "x␛[2J y z")
  }

  @Test func aTableWithoutRowsStillShowsItsHeader() {
    let empty = Table(columns: [Table.Column(key: "a", header: "甲")])
    #expect(empty.terminal(.plain) == "甲\n──\n")
    #expect(empty.terminal(Self.terminal(20)) == "甲\n──\n")
  }

  @Test func theTitleIsBrokenIntoLines() {
    let titled = Table(
      title: "主題覆蓋：命中次數（按作者）", columns: [Table.Column(key: "a", header: "甲")])
    #expect(
      Array(titled.terminal(Self.terminal(20)).lines.prefix(3))
        == ["主題覆蓋：命中次數", "（按作者）", ""])
  }
}
