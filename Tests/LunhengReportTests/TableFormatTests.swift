import LunhengReport
import Testing

@Suite struct TableFormatTests {
  private let table = Table(
    title: "頻率",
    columns: [
      Table.Column(key: "term", header: "詞"),
      Table.Column(key: "count", header: "次數", kind: .number, marksZeros: true),
      Table.Column(key: "share", header: "比例", kind: .number),
    ],
    rows: [
      [.text("土地"), .integer(12), .percent(1.0 / 3, digits: 1)],
      [.text("房屋"), .integer(0), .missing],
    ],
    footer: [.text("共"), .integer(12), .missing])

  @Test func jsonIsAnArrayOfObjectsWithExactNumbersAndNulls() {
    #expect(
      table.json(JSONWriter())
        == #"[{"term":"土地","count":12,"share":0.3333333333333333},"#
        + #"{"term":"房屋","count":0,"share":null}]"# + "\n")
  }

  @Test func ndjsonIsOneObjectALine() {
    #expect(
      table.ndjson() == """
        {"term":"土地","count":12,"share":0.3333333333333333}
        {"term":"房屋","count":0,"share":null}

        """)
  }

  @Test func aTableWithoutRowsIsAnEmptyListAndNoLines() {
    let empty = Table(columns: [Table.Column(key: "a", header: "A")])
    #expect(empty.json() == "[]\n")
    #expect(empty.ndjson() == "")
    #expect(empty.csv() == "a\r\n")
  }

  @Test func markdownHasAnAlignmentRowAndAFooterInBold() {
    #expect(
      table.markdown() == """
        **頻率**

        | 詞 | 次數 | 比例 |
        | :--- | ---: | ---: |
        | 土地 | 12 | 33.3% |
        | 房屋 | · | – |
        | **共** | **12** | **–** |

        """)
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), ("*x* _y_", #"\*x\* \_y\_"#), ("<b>&amp;", #"\<b\>\&amp;"#),
    ("[x](y)", #"\[x\](y)"#), ("`c`", #"\`c\`"#), ("a\nb", "a b"), (#"a\|b"#, #"a\\\|b"#),
    ("  x  ", "x"), ("$x$ ~y~", #"\$x\$ \~y\~"#),
  ])
  func markdownShowsTextAsItIs(text: String, escaped: String) {
    let table = Table(columns: [Table.Column(key: "a", header: "A")], rows: [[.text(text)]])
    #expect(table.markdown().lines.last == "| \(escaped) |")
  }

  @Test func onlyColumnsThatAskForItGroupDigits() {
    let table = Table(
      columns: [
        Table.Column(key: "year", header: "年", kind: .number),
        Table.Column(key: "characters", header: "字數", kind: .number, groupsDigits: true),
      ], rows: [[.integer(2023), .integer(1_234_567)]])
    #expect(table.markdown().lines.last == "| 2023 | 1,234,567 |")
    #expect(table.csv() == "year,characters\r\n2023,1234567\r\n")
  }
}
