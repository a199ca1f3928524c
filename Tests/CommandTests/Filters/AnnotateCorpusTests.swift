import Testing

@Suite("annotate --corpus")
struct AnnotateCorpusTests {
  @Test("tags what is not tagged yet, and nothing twice")
  func tagsOnce() throws {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    func annotate() throws -> ProgramResult {
      try program.run("annotate", "--codebook", "codebook.yaml", "--corpus", "it.lunheng")
    }
    try program.write(#"{"id":"a","text":"專利"}"#, to: "1.ndjson")
    try program.write(#"{"id":"b","text":"算力"}"#, to: "2.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "1.ndjson").expectSuccess()
    let first = try annotate()
    #expect(first.status == 0)
    #expect(first.output == "")
    #expect(first.messages == ["documents tagged: 1"])
    #expect(try annotate().messages == ["documents tagged: 0"])
    try program.run("ingest", "--corpus", "it.lunheng", "2.ndjson").expectSuccess()
    #expect(try annotate().messages == ["documents tagged: 1"])
    let hits = try program.run("query", "--kwic", "--corpus", "it.lunheng", "--format", "csv")
    #expect(try hits.table().map { $0["hit"] } == ["專利", "算力"])
  }

  @Test("finds in a corpus what it finds as a filter")
  func agreesWithTheFilter() throws {
    let records = [
      #"{"id":"a","text":"搭𨋢談專利，再談國際算力產\n業集群。"}"#, #"{"id":"b","text":"創業板和創業"}"#,
    ]
    let program = try Program.withCorpus(of: records[0], records[1])
    let filtered = try program.run(
      "annotate", "--codebook", "codebook.yaml", input: records.joined(separator: "\n").utf8
    ).records(Annotation.self)
    let stored = try program.run("query", "--kwic", "--corpus", "it.lunheng", "--format", "csv")
    #expect(
      try stored.table().map { [$0["theme"], $0["term"], $0["status"]] }
        == filtered.flatMap(\.matches).map { [$0.theme, $0.term, $0.status] })
  }

  @Test("tags anew when the codebook has changed")
  func noticesAnotherCodebook() throws {
    let program = try Program.withCorpus(of: #"{"id":"a","text":"專利和蘋果"}"#)
    let text = try String(contentsOf: program.file("codebook.yaml"), encoding: .utf8)
    try program.write(
      text.replacing("      - 技術交易\n", with: "      - 技術交易\n      - 蘋果\n"),
      to: "codebook.yaml")
    let result = try program.run(
      "annotate", "--codebook", "codebook.yaml", "--corpus", "it.lunheng")
    #expect(result.messages == ["documents tagged: 1"])
    let hits = try program.run("query", "--kwic", "--corpus", "it.lunheng", "--format", "csv")
    #expect(try hits.table().map { $0["hit"] } == ["專利", "蘋果"])
  }

  @Test("keeps several codebooks apart, and asks which one is meant")
  func keepsCodebooksApart() throws {
    let program = try Program.withCorpus(of: #"{"id":"a","text":"專利和蘋果"}"#)
    try program.write("codebook: fruit\nthemes: [{id: f, terms: [蘋果]}]\n", to: "fruit.yaml")
    try program.run("annotate", "--codebook", "fruit.yaml", "--corpus", "it.lunheng")
      .expectSuccess()
    for command in ["coverage", "query"] {
      let unclear = try program.run(command, "--corpus", "it.lunheng")
      #expect(unclear.status == 2)
      #expect(unclear.errors.contains("[several-codebooks]"))
      #expect(unclear.errors.contains("\"fruit\", \"industry-clusters\""))
    }
    let fruit = try program.run(
      "coverage", "--codebook", "fruit", "--corpus", "it.lunheng", "--format", "csv")
    #expect(try fruit.table() == [["document": "a", "title": "a", "f": "1"]])
    let unknown = try program.run("coverage", "--codebook", "bread", "--corpus", "it.lunheng")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("[unknown-codebook]"))
  }
}
