import LunhengReport
import Testing

@Suite struct CSVTests {
  private func field(_ cell: Table.Cell, _ writer: CSVWriter = CSVWriter()) -> String {
    String(writer.line([cell]).unicodeScalars.dropLast(2))
  }

  @Test func linesEndInCRLFAndTheHeaderHasTheKeys() {
    let table = Table(
      columns: [
        Table.Column(key: "term", header: "詞"),
        Table.Column(key: "count", header: "次數", kind: .number),
      ],
      rows: [[.text("土地"), .integer(12)], [.text("AI"), .missing]],
      footer: [.text("共"), .integer(12)])
    #expect(Array(table.csv().utf8) == Array("term,count\r\n土地,12\r\nAI,\r\n".utf8))
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
    ("\"", "\"\"\"\""), (" a ", " a "), ("a，b", "a，b"), ("", ""),
  ])
  func fieldsAreQuotedOnlyWhereTheyMustBe(text: String, field: String) {
    #expect(Array(self.field(.text(text)).utf8) == Array(field.utf8))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+852", "'+852"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("＝1", "'＝1"),
    ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
    ("a=b", "a=b"), ("'=1", "'=1"),
  ])
  func textThatASpreadsheetWouldRunIsGuarded(text: String, field: String) {
    #expect(self.field(.text(text)) == field)
  }

  @Test func aSignWithACombiningMarkIsStillASign() {
    #expect(field(.text("=\u{338}1")).unicodeScalars.first == "'")
  }

  @Test func numbersAreNeverGuarded() {
    #expect(field(.integer(-3)) == "-3")
    #expect(field(.decimal(-0.5, digits: 1)) == "-0.5")
    #expect(field(.percent(-0.25, digits: 0)) == "-0.25")
  }

  @Test func theGuardCanBeTurnedOff() {
    #expect(field(.text("=1"), CSVWriter(guardsFormulas: false)) == "=1")
  }

  @Test func numbersAreExactAndWhatIsNoNumberIsEmpty() {
    #expect(field(.decimal(1.0 / 3, digits: 1)) == "0.3333333333333333")
    #expect(field(.percent(0.5, digits: 1)) == "0.5")
    #expect(field(.decimal(.nan, digits: 1)) == "")
  }

  @Test func excelGetsAByteOrderMarkOnceAndOnlyIfAsked() {
    let table = Table(columns: [Table.Column(key: "a", header: "A")], rows: [[.text("b")]])
    let bytes = Array(table.csv(CSVWriter(hasByteOrderMark: true)).utf8)
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(bytes.count == table.csv().utf8.count + 3)
  }

  @Test func columnsForPeopleAndBarsAreLeftOut() {
    let table = Table(
      columns: [
        Table.Column(key: "id", header: "", audience: .programs),
        Table.Column(key: "label", header: "", audience: .people),
        Table.Column(key: "bar", header: "", kind: .bar),
      ], rows: [[.text("a"), .text("b"), .integer(1)]])
    #expect(table.csv() == "id\r\na\r\n")
  }
}
