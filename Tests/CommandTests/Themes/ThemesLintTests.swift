import Testing

@Suite("themes lint")
struct ThemesLintTests {
  private static let codebook = """
    codebook: test
    themes:
      - {id: 金融, terms: [金融, 數碼貨幣, 稅]}
      - {id: 中心, terms: [國際金融中心, 從無此詞]}

    """

  private static let documents = """
    {"id": "a", "text": "香港是國際金融中心。數位貨幣，數位貨幣。"}
    {"id": "b", "text": "國際金融中心和稅。"}

    """

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.codebook, to: "c.yaml")
    try program.write(Self.documents, to: "d.ndjson")
    return program
  }

  @Test("says what shows in the codebook alone")
  func lintsAlone() throws {
    let result = try program().run("themes", "lint", "c.yaml", "--format", "csv")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let rows = try result.table()
    #expect(
      rows.map { "\($0["code"]!) \($0["term"]!)" } == [
        "no-examples ", "nested-term 金融", "missing-variant 數碼貨幣", "missing-variant 數碼貨幣",
        "short-term 稅", "no-examples ",
      ])
    #expect(rows.allSatisfy { $0["hits"] == "" && $0["count"] == "" })
  }

  @Test("counts in NDJSON, and the same in a corpus that was ingested, segmented or not")
  func lintsWithTexts() throws {
    let program = try program()
    let lines = try program.run(
      "themes", "lint", "c.yaml", "--input", "d.ndjson", "--format", "csv")
    #expect(lines.status == 0)
    let rows = try lines.table()
    func row(_ code: String, _ term: String) -> [String: String]? {
      rows.first { $0["code"] == code && $0["term"] == term }
    }
    #expect(row("dead-term", "從無此詞")?["severity"] == "warning")
    #expect(row("shadowed-term", "金融")?["others"] == "國際金融中心 (中心)")
    #expect(row("shadowed-term", "金融")?["count"] == "2")
    #expect(row("one-document-term", "稅")?["hits"] == "1")
    #expect(rows.contains { $0["others"] == "數位貨幣" && $0["count"] == "2" })

    try program.run("ingest", "--corpus", "it.lunheng", "d.ndjson").expectSuccess()
    let fresh = try program.run(
      "themes", "lint", "c.yaml", "--corpus", "it.lunheng", "--format", "csv")
    #expect(fresh.output == lines.output)
    let before = try program.files(in: "")["it.lunheng"]
    try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "c.yaml").expectSuccess()
    let segmented = try program.run(
      "themes", "lint", "c.yaml", "--corpus", "it.lunheng", "--format", "csv", "--threads", "3")
    #expect(segmented.output == lines.output)
    #expect(before != nil)
  }

  @Test("counts a missing wording only where it is words, not 建商 in 興建商場")
  func countsWords() throws {
    let program = try program()
    try program.write("codebook: t\nthemes:\n  - {id: 房屋, terms: [發展商]}\n", to: "h.yaml")
    try program.write(
      #"{"id": "a", "text": "發展商興建商場，興建商場。"}"# + "\n", to: "h.ndjson")
    let rows = try program.run(
      "themes", "lint", "h.yaml", "--input", "h.ndjson", "--format", "csv"
    ).table()
    #expect(rows.first { $0["others"] == "建商" }?["count"] == "0")
  }

  @Test("--terms gives each term its risk and what hides it")
  func listsTerms() throws {
    let result = try program().run(
      "themes", "lint", "c.yaml", "--input", "d.ndjson", "--terms", "--format", "csv")
    #expect(result.status == 0)
    let rows = try result.table()
    #expect(rows.map { $0["term"] } == ["金融", "數碼貨幣", "稅", "國際金融中心", "從無此詞"])
    #expect(rows.map { $0["hits"] } == ["0", "0", "1", "2", "0"])
    #expect(rows.map { $0["hidden"] } == ["2", "0", "0", "0", "0"])
    #expect(rows.map { $0["documents"] } == ["0", "0", "1", "2", "0"])
    for row in rows {
      let parts = ["aligned", "nested", "crossing"].compactMap { Int(row[$0]!) }
      #expect(parts.reduce(0, +) == Int(row["hits"]!))
      if let risk = Double(row["risk"]!) {
        #expect(risk * Double(row["hits"]!)! == Double(parts[1] + parts[2]))
      } else {
        #expect(row["hits"] == "0")
      }
    }
  }

  @Test("writes all formats", arguments: ["table", "csv", "json", "ndjson", "markdown"])
  func writes(format: String) throws {
    let result = try program().run("themes", "lint", "c.yaml", "--format", format)
    #expect(result.status == 0)
    #expect(result.output.contains("nested-term"))
  }

  @Test("does nothing without its files, or with a faulty codebook")
  func refuses() throws {
    let program = try program()
    try program.write("codebook: x\nthemes:\n  - {id: a, termz: [甲]}\n", to: "bad.yaml")
    for arguments in [
      "bad.yaml", "none.yaml", "c.yaml --corpus none.lunheng", "c.yaml --input none.ndjson",
      "c.yaml --corpus c.yaml",
    ] {
      let result = try program.shell("\"$lunheng\" themes lint \(arguments)")
      #expect(result.status == 2, "\(arguments)")
      #expect(result.output == "", "\(arguments)")
      #expect(!result.diagnostics.isEmpty, "\(arguments): \(result.errors)")
    }
    #expect(try program.run("themes", "lint", "c.yaml", "--terms").status == 64)
    let both = try program.run(
      "themes", "lint", "c.yaml", "--input", "d.ndjson", "--corpus", "it.lunheng")
    #expect(both.status == 64)
  }

  @Test("reports a bad line and counts the others")
  func reportsBadLines() throws {
    let result = try program().run(
      "themes", "lint", "c.yaml", "--input", "-", "--terms", "--format", "csv",
      input: Array((Self.documents + "no json\n").utf8))
    #expect(result.status == 1)
    #expect(result.diagnostics.count == 1)
    #expect(try result.table().map { $0["hits"] } == ["0", "0", "1", "2", "0"])
  }
}
