import Foundation
import Testing

@Suite("ingest of NDJSON")
struct RecordTests {
  private func documents(_ program: Program) throws -> [ListedDocument] {
    try program.run("documents", "list", "--corpus", "it.lunheng", "--format", "ndjson")
      .records(ListedDocument.self)
  }

  @Test("takes the fields of each record")
  func takesFields() throws {
    let program = try Program()
    let records = [
      #"{"id":"a","text":"專利。","title":"題目","authors":["甲乙丙","丁戊"],"date":"2024-02-29","#
        + #""publication":"明報","page":"B8","url":"https://example.org/1","other":[{"x":null}]}"#,
      #"{"id":"b","text":"算力。","authors":"己庚","page":12,"title":null}"#,
    ]
    try program.write(records.joined(separator: "\n"), to: "records.ndjson")
    let result = try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson")
    #expect(result.status == 0)
    let listed = try documents(program)
    #expect(listed.map(\.key) == ["a", "b"])
    #expect(listed[0].title == "題目")
    #expect(listed[0].authors == "甲乙丙、丁戊")
    #expect(listed[0].date == "2024-02-29")
    #expect(listed[0].publication == "明報")
    #expect(listed[0].page == "B8")
    #expect(listed[0].characters == 3)
    #expect(listed[1].title == nil)
    #expect(listed[1].authors == "己庚")
    #expect(listed[1].page == "12")
    let shown = try program.run(
      "documents", "show", "a", "--corpus", "it.lunheng", "--format", "ndjson"
    ).records(ReadDocument.self)
    #expect(shown.map(\.authors) == [["甲乙丙", "丁戊"]])
    #expect(shown.map(\.url) == ["https://example.org/1"])
  }

  @Test("reports bad lines by path and line and takes in the good ones")
  func goesOnAfterBadLines() throws {
    let program = try Program()
    let lines = [
      #"{"id":"a","text":"一"}"#, #"{"id":"b","text":"二""#, "",
      #"{"text":"三"}"#, #"["d"]"#, #"{"id":"e","text":5}"#, #"{"id":"","text":"六"}"#,
      #"{"id":"g","text":"七","date":"2024-02-30"}"#, #"{"id":"h","text":"八"}"#, "{]",
    ]
    try program.write(lines.joined(separator: "\r\n"), to: "records.jsonl")
    let result = try program.run("ingest", "--corpus", "it.lunheng", "records.jsonl")
    #expect(result.status == 1)
    #expect(try documents(program).map(\.key) == ["a", "g", "h"])
    func problem(_ message: String) -> [String] {
      message.firstMatch(of: /^([^:]+:\d+):\d+: (\w+): .* \[([a-z-]+)\]$/)
        .map { ["\($0.1)", "\($0.2)", "\($0.3)"] } ?? [message]
    }
    #expect(
      result.diagnostics.map(problem) == [
        ["records.jsonl:2", "error", "malformed-json"],
        ["records.jsonl:4", "error", "missing-field"],
        ["records.jsonl:5", "error", "wrong-type"],
        ["records.jsonl:6", "error", "wrong-type"],
        ["records.jsonl:7", "error", "missing-field"],
        ["records.jsonl:8", "warning", "bad-date"],
        ["records.jsonl:10", "error", "malformed-json"],
      ])
    #expect(
      result.messages.last
        == "documents: 3 (3 new, 0 unchanged, 0 replaced), inputs that failed: 6")
  }

  @Test("keeps the first of two records with one id and reports the other")
  func reportsTheSameID() throws {
    let program = try Program()
    try program.write(
      [#"{"id":"a","text":"專利"}"#, #"{"id":"b","text":"算力"}"#, #"{"id":"a","text":"股市"}"#]
        .joined(separator: "\n"), to: "1.ndjson")
    try program.write(#"{"id":"b","text":"機房"}"#, to: "2.ndjson")
    for outcome in ["2 new, 0 unchanged", "0 new, 2 unchanged"] {
      let result = try program.run("ingest", "--corpus", "it.lunheng", "2.ndjson", "1.ndjson")
      #expect(result.status == 1)
      #expect(result.diagnostics.count == 2)
      #expect(
        result.diagnostics.first?.hasPrefix("1.ndjson:3: error: ") == true
          && result.diagnostics.last?.hasPrefix("2.ndjson:1: error: ") == true)
      #expect(result.diagnostics.allSatisfy { $0.hasSuffix("[same-document]") })
      #expect(result.errors.contains("(\(outcome), 0 replaced), inputs that failed: 2"))
      let texts = try program.run(
        "documents", "show", "a", "b", "--corpus", "it.lunheng", "--format", "ndjson"
      ).records(ReadDocument.self)
      #expect(texts.map { $0.blocks.map(\.text) } == [["專利"], ["算力"]])
    }
  }

  @Test("names problems in the order of the lines")
  func reportsInOrder() throws {
    let program = try Program()
    let lines = [#"{"id":"a","text":"一"}"#, #"{"id":"a","text":"二"}"#, "{"]
    try program.write(lines.joined(separator: "\n"), to: "records.ndjson")
    let result = try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson")
    #expect(
      result.diagnostics.map { $0.prefix(while: { $0 != " " }) }
        == ["records.ndjson:2:", "records.ndjson:3:2:"])
  }

  @Test("of the same again changes nothing; a changed record is replaced alone")
  func replacesAChangedRecord() throws {
    let program = try Program()
    let lines = (1...500).map { #"{"id":"\#($0)","text":"第\#($0)號文件談專利。"}"# }
    try program.write(lines.joined(separator: "\n"), to: "records.ndjson")
    func ingest() throws -> String? {
      try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson").messages.first
    }
    #expect(try ingest()?.hasPrefix("documents: 500 (500 new, 0 unchanged, 0 re") == true)
    let before = try documents(program)
    #expect(try ingest()?.hasPrefix("documents: 500 (0 new, 500 unchanged, 0 re") == true)
    #expect(try documents(program) == before)
    var changed = lines
    changed[99] = #"{"id":"100","text":"改了"}"#
    try program.write(changed.joined(separator: "\n"), to: "records.ndjson")
    #expect(try ingest()?.hasPrefix("documents: 500 (0 new, 499 unchanged, 1 re") == true)
    let after = try documents(program)
    #expect(after.filter { $0.key != "100" } == before.filter { $0.key != "100" })
    #expect(after.first { $0.key == "100" }?.characters == 2)
  }

  @Test("is told by what is in a file as well as by its name")
  func looksIntoTheFile() throws {
    let program = try Program()
    try program.write("\u{FEFF}\n {\"id\":\"a\",\"text\":\"專利\"} \r\n", to: "export.txt")
    try program.run("ingest", "--corpus", "it.lunheng", "export.txt").expectSuccess()
    #expect(try documents(program).map(\.key) == ["a"])
  }

  @Test("gives exit status 2 where no line is a record")
  func failsWithoutRecords() throws {
    let program = try Program()
    for content in ["\n\n", "nonsense\n"] {
      try program.write(content, to: "records.ndjson")
      let result = try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson")
      #expect(result.status == 2)
    }
  }
}
