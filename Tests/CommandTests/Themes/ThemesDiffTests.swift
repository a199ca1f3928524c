import Testing

@Suite("themes diff")
struct ThemesDiffTests {
  private static let old = """
    codebook: test
    themes:
      - {id: 金融, terms: [金融, 股票]}
      - {id: 房屋, terms: [公屋]}

    """

  private static let new = """
    codebook: test
    themes:
      - {id: 金融, terms: [國際金融中心, 金融]}
      - {id: 中心, terms: [金融中心]}

    """

  private static let documents = """
    {"id": "a", "date": "2024-01-05", "text": "國際金融中心買股票。"}
    {"id": "b", "date": "2024-02-05", "text": "金融中心和金融，公屋。"}
    {"id": "c", "date": "2024-02-06", "text": "公屋。"}

    """

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.old, to: "old.yaml")
    try program.write(Self.new, to: "new.yaml")
    try program.write(Self.documents, to: "d.ndjson")
    return program
  }

  private static let edits = [
    "term-added 金融 國際金融中心", "theme-added 中心 ", "term-removed 金融 股票", "theme-removed 房屋 ",
  ]

  @Test("lists the edits without texts")
  func listsEdits() throws {
    let result = try program().run("themes", "diff", "old.yaml", "new.yaml", "--format", "csv")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let rows = try result.table()
    #expect(rows.map { "\($0["kind"]!) \($0["theme"]!) \($0["term"]!)" } == Self.edits)
    #expect(rows.map { $0["edit"] } == ["1", "2", "3", "4"])
    #expect(rows[0]["gained"] == nil)
  }

  @Test("tells what each edit does, in NDJSON and in a corpus")
  func measures() throws {
    let program = try program()
    let result = try program.run(
      "themes", "diff", "old.yaml", "new.yaml", "--input", "d.ndjson", "--format", "csv")
    #expect(result.status == 0)
    let rows = try result.table()
    func column(_ name: String) -> [String?] { rows.map { $0[name] } }
    #expect(column("gained") == ["1", "1", "0", "0"])
    #expect(column("lost") == ["1", "1", "1", "2"])
    #expect(column("net") == ["0", "0", "-1", "-2"])
    #expect(column("documents_gained") == ["0", "1", "0", "0"])
    #expect(column("documents_lost") == ["0", "0", "0", "2"])
    #expect(column("cells") == ["0", "2", "1", "2"])

    try program.run("ingest", "--corpus", "it.lunheng", "d.ndjson").expectSuccess()
    let corpus = try program.run(
      "themes", "diff", "old.yaml", "new.yaml", "--corpus", "it.lunheng", "--format", "csv")
    #expect(corpus.output == result.output)
    let table = try program.run(
      "themes", "diff", "old.yaml", "new.yaml", "--corpus", "it.lunheng")
    #expect(table.lines.last?.split(separator: " ").suffix(6) == ["2", "5", "-3", "1", "2", "5"])
  }

  @Test(
    "--cells shows each changed cell and which edits moved it", arguments: ["month", "document"])
  func listsCells(grouping: String) throws {
    let program = try program()
    let rows = try program.run(
      "themes", "diff", "old.yaml", "new.yaml", "--input", "d.ndjson", "--by", grouping,
      "--cells", "--format", "csv"
    ).table()
    let cells = rows.map {
      "\($0[grouping]!) \($0["theme"]!) \($0["before"]!) \($0["after"]!): \($0["edits"]!)"
    }
    let expected = [
      "month": [
        "2024-01 金融 2 1: #3 term-removed 股票 -1", "2024-02 金融 2 1: #2 theme-added 中心 -1",
        "2024-02 中心 0 1: #2 theme-added 中心 +1", "2024-02 房屋 2 0: #4 theme-removed 房屋 -2",
      ],
      "document": [
        "a 金融 2 1: #3 term-removed 股票 -1", "b 金融 2 1: #2 theme-added 中心 -1",
        "b 中心 0 1: #2 theme-added 中心 +1", "b 房屋 1 0: #4 theme-removed 房屋 -1",
        "c 房屋 1 0: #4 theme-removed 房屋 -1",
      ],
    ]
    #expect(cells == expected[grouping])
  }

  @Test("agrees with the coverage of both codebooks", arguments: ["document", "month"])
  func agreesWithCoverage(grouping: String) throws {
    let program = try program()
    var matrices: [[String: Int]] = []
    for codebook in ["old.yaml", "new.yaml"] {
      try program.run("ingest", "--corpus", "\(codebook).lunheng", "d.ndjson").expectSuccess()
      try program.run("annotate", "--corpus", "\(codebook).lunheng", "--codebook", codebook)
        .expectSuccess()
      let rows = try program.run(
        "query", "--corpus", "\(codebook).lunheng", "--by", grouping, "--format", "csv"
      ).table()
      matrices.append(
        Dictionary(
          uniqueKeysWithValues: rows.map {
            ("\($0[grouping]!) \($0["theme"]!)", Int($0["matches"]!)!)
          }))
    }
    let cells = try program.run(
      "themes", "diff", "old.yaml", "new.yaml", "--input", "d.ndjson", "--by", grouping,
      "--cells", "--format", "csv"
    ).table()
    let keys = Set(matrices[0].keys).union(matrices[1].keys).filter {
      matrices[0][$0] ?? 0 != matrices[1][$0] ?? 0
    }
    #expect(Set(cells.map { "\($0[grouping]!) \($0["theme"]!)" }) == keys)
    for cell in cells {
      let key = "\(cell[grouping]!) \(cell["theme"]!)"
      #expect(Int(cell["before"]!) == matrices[0][key] ?? 0)
      #expect(Int(cell["after"]!) == matrices[1][key] ?? 0)
    }
  }

  @Test("gives the same at any number of threads")
  func isDeterministic() throws {
    let program = try program()
    let runs = try ["1", "4"].map {
      try program.run(
        "themes", "diff", "old.yaml", "new.yaml", "--input", "d.ndjson", "--threads", $0)
    }
    #expect(runs[0].bytes == runs[1].bytes)
  }

  @Test("does nothing without its files, or with a faulty codebook")
  func refuses() throws {
    let program = try program()
    try program.write("codebook: x\nthemes:\n  - {id: a, termz: [甲]}\n", to: "bad.yaml")
    for arguments in [
      "bad.yaml new.yaml", "old.yaml bad.yaml", "none.yaml new.yaml",
      "old.yaml new.yaml --corpus none.lunheng", "old.yaml new.yaml --input none.ndjson",
    ] {
      let result = try program.shell("\"$lunheng\" themes diff \(arguments)")
      #expect(result.status == 2, "\(arguments)")
      #expect(result.output == "", "\(arguments)")
      #expect(!result.diagnostics.isEmpty, "\(arguments): \(result.errors)")
    }
    #expect(try program.run("themes", "diff", "old.yaml", "new.yaml", "--cells").status == 64)
  }

  @Test("of a codebook and itself has no edits")
  func findsNone() throws {
    let result = try program().run(
      "themes", "diff", "old.yaml", "old.yaml", "--format", "ndjson")
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(result.errors == "no edits\n")
  }
}
