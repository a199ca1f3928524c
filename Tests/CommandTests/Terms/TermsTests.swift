import Testing

@Suite("terms")
struct TermsTests {
  private static let records = [
    #"{"id":"a","date":"2023-03-01","text":"海綿城市是新概念。專家談海綿城市，也談「碳匯」。政府要建海綿城市嗎？碳匯怎樣算？"}"#,
    #"{"id":"b","date":"2023-01-05","text":"有人說海綿城市好。建設海綿城市要錢，碳匯也是。"}"#,
    #"{"id":"c","date":"2024-05-06","text":"市民愛看飛鴿傳訊計劃。飛鴿傳訊計劃有趣。談到飛鴿傳訊計劃，人人都笑。海綿城市呢？"}"#,
  ]

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.records.joined(separator: "\n"), to: "d.ndjson")
    return program
  }

  private func terms(_ options: String) throws -> ProgramResult {
    try program().shell("\"$lunheng\" terms \(options)")
  }

  @Test("finds what recurs, with its figures and the first document by date")
  func findsWhatRecurs() throws {
    let result = try terms("--input d.ndjson --format csv")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let rows = try result.table()
    let row = try #require(rows.first { $0["term"] == "海綿城市" })
    #expect(row["count"] == "6")
    #expect(row["documents"] == "3")
    #expect(row["spread"] == "1.0")
    #expect(row["kind"] == "phrase")
    #expect(row["first_date"] == "2023-01-05")
    #expect(row["first_document"] == "b")
    #expect(row["place"] == "d.ndjson:2")
    #expect(row["evidence"] == "有人說【海綿城市】好。建設海綿城市要錢，碳匯也是。")
    let quoted = try #require(rows.first { $0["term"] == "碳匯" })
    #expect(quoted["kind"] == "quoted")
    #expect(quoted["count"] == "3")
    #expect(!rows.contains { ["綿城市", "海綿城", "城市", "的"].contains($0["term"]) })
  }

  @Test("reads standard input, a corpus and a file alike, on any number of threads")
  func readsAlike() throws {
    let program = try program()
    try program.run("ingest", "--corpus", "it.lunheng", "d.ndjson").expectSuccess()
    let file = try program.shell("\"$lunheng\" terms --input d.ndjson --format ndjson --threads 1")
    #expect(file.status == 0)
    let input = try program.shell("\"$lunheng\" terms --input - --format ndjson < d.ndjson")
    #expect(input.status == 0)
    #expect(
      input.output.replacing(#""place":"-:"#, with: #""place":"d.ndjson:"#) == file.output)
    let corpus = try program.shell(
      "\"$lunheng\" terms --corpus it.lunheng --format ndjson --threads 4")
    #expect(corpus.output == file.output)
  }

  @Test("finds what goes with one much commoner term only")
  func findsBoundTerms() throws {
    let program = try Program()
    let text =
      "建設海風產業集群。海風產業集群有用。要看中間試驗產業集群，也要看技術交易產業集群。"
      + "中間試驗產業集群在港島，技術交易產業集群在九龍。中間試驗產業集群最好。我們愛產業集群，"
      + "這些產業集群都好，那些產業集群不好。產業集群！"
    try program.write(#"{"id":"1","text":"\#(text)"}"#, to: "d.ndjson")
    let result = try program.run("terms", "--input", "d.ndjson", "--format", "csv")
    let found = try result.table().compactMap { $0["term"] }
    #expect(Set(["產業集群", "中間試驗產業集群", "中間試驗"]).isSubset(of: found), "\(found)")
  }

  @Test("--since gives what first occurs then or later")
  func asksForNeologisms() throws {
    let all = try terms("--input d.ndjson --format csv").table().compactMap { $0["term"] }
    let since = try terms("--input d.ndjson --format csv --since 2024-05-06").table()
    #expect(since.contains { $0["term"]?.contains("飛鴿傳訊") == true })
    #expect(since.allSatisfy { $0["first_date"] == "2024-05-06" })
    #expect(Set(since.compactMap { $0["term"] }).isStrictSubset(of: all))
    #expect(try terms("--input d.ndjson --format csv --since 2024-05-07").table() == [])
  }

  @Test("leaves out what a list or a codebook has, in whatever variant")
  func leavesOutWhatIsKnown() throws {
    let program = try program()
    try program.write("海绵城市\n", to: "known.txt")
    try program.write(
      "codebook: c\nthemes:\n  - id: t\n    terms: [碳匯]\n", to: "c.yaml")
    let result = try program.run(
      "terms", "--input", "d.ndjson", "--format", "csv", "--known", "known.txt", "--codebook",
      "c.yaml")
    #expect(result.status == 0, "\(result.errors)")
    let found = try result.table().compactMap { $0["term"] }
    #expect(!found.contains("海綿城市"))
    #expect(!found.contains("碳匯"))
    #expect(!found.isEmpty)
  }

  @Test("gives a lexicon after which they are words, and new no more")
  func givesALexicon() throws {
    let program = try program()
    let lexicon = try program.shell(
      "\"$lunheng\" terms --input d.ndjson --format lexicon | tee words.txt")
    #expect(lexicon.lines.contains("海綿城市\t6"))
    let words = try program.shell(
      "echo 政府談海綿城市 | \"$lunheng\" segment --lexicon words.txt")
    #expect(words.output == "政府 談 海綿城市\n")
    let again = try program.shell(
      "\"$lunheng\" terms --input d.ndjson --format lexicon --lexicon words.txt")
    #expect(!again.lines.contains("海綿城市\t6"))
    let all = try program.shell(
      "\"$lunheng\" terms --input d.ndjson --format lexicon --lexicon words.txt --all")
    #expect(all.lines.contains("海綿城市\t6"))
  }

  @Test("gives a list of terms that a codebook can have")
  func givesYAML() throws {
    let program = try program()
    let yaml = try program.run("terms", "--input", "d.ndjson", "--format", "yaml")
    #expect(yaml.lines.first == "terms:")
    #expect(
      yaml.lines.contains {
        $0.hasPrefix("  - 海綿城市 ")
          && $0.hasSuffix("  # phrase, 6 in 3 documents; first 2023-01-05")
      })
    let indented = yaml.lines.map { "    " + $0 }.joined(separator: "\n")
    try program.write("codebook: c\nthemes:\n  - id: t\n\(indented)\n", to: "c.yaml")
    let tagged = try program.run(
      "annotate", "--codebook", "c.yaml", input: #"{"id":"1","text":"海綿城市"}"#.utf8)
    #expect(tagged.status == 0, "\(tagged.errors)")
    #expect(tagged.output.contains(#""term":"海綿城市""#))
  }

  @Test("obeys --limit, --min-count, --min-documents and --kind")
  func obeysOptions() throws {
    let all = try terms("--input d.ndjson --format csv").table()
    #expect(try terms("--input d.ndjson --format csv --limit 1").table() == [all[0]])
    let often = try terms("--input d.ndjson --format csv --min-count 6").table()
    #expect(often.contains { $0["term"] == "海綿城市" })
    #expect(!often.contains { $0["term"]?.contains("飛鴿") == true })
    let wide = try terms("--input d.ndjson --format csv --min-documents 3").table()
    // What is quoted may be rarer.
    #expect(wide.allSatisfy { $0["documents"] == "3" || $0["kind"] == "quoted" })
    let quoted = try terms("--input d.ndjson --format csv --kind quoted").table()
    #expect(quoted.map { $0["term"] } == ["碳匯"])
  }

  @Test(
    "takes what has no terms",
    arguments: [
      #"{"id":"1","text":"字"}"#, #"{"id":"1","text":"。，！？「」《》“”（）"}"#,
      #"{"id":"1","text":""}"#, #"{"id":"1","text":"「「「」」」《》"}"#, "",
    ])
  func takesNothing(record: String) throws {
    let program = try Program()
    try program.write(record + "\n", to: "d.ndjson")
    for format in ["csv", "ndjson", "lexicon", "yaml", "table"] {
      let result = try program.run(
        "terms", "--input", "d.ndjson", "--format", format, "--min-count", "2", "--all")
      #expect(result.status == 0, "\(result.errors)")
      #expect(!result.output.contains("nan"))
      if format == "ndjson" || format == "lexicon" { #expect(result.output == "") }
    }
  }

  @Test(
    "takes English, and one sentence again and again",
    arguments: [
      "The council will meet again, and the council will vote.", "市民要房屋。", "哈", "甲乙丙丁戊己庚辛",
    ])
  func takesRepetition(sentence: String) throws {
    let program = try Program()
    let text = String(repeating: sentence, count: 200)
    try program.write(#"{"id":"1","text":"\#(text)"}"# + "\n", to: "d.ndjson")
    let result = try program.run(
      "terms", "--input", "d.ndjson", "--format", "csv", "--min-count", "2", "--all")
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("nan") && !result.output.contains("inf"))
    for row in try result.table() { #expect(Int(row["count"] ?? "") ?? 0 >= 2) }
  }

  @Test("reports a bad line and goes on")
  func goesOnAfterABadLine() throws {
    let program = try program()
    let result = try program.shell(
      "(cat d.ndjson; echo; echo '{') | \"$lunheng\" terms --input - --format lexicon")
    #expect(result.status == 1)
    #expect(result.diagnostics.count == 1)
    #expect(result.lines.contains("海綿城市\t6"))
  }

  @Test("says which file is missing")
  func needsItsFiles() throws {
    for options in [
      "--input nowhere.ndjson", "--corpus nowhere.lunheng", "--input d.ndjson --known nowhere.txt",
      "--input d.ndjson --codebook nowhere.yaml",
    ] {
      let result = try terms(options)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errors.contains("nowhere"), "\(result.errors)")
    }
  }
}
