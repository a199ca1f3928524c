import Testing

@Suite("dispersion")
struct DispersionTests {
  private func run(_ options: String) throws -> ProgramResult {
    try StatisticsSamples.run("dispersion \(options)")
  }

  @Test("measures words over documents, and shows where they stand")
  func measures() throws {
    let result = try run("房屋 學校 --input d.ndjson --columns 6 --format csv")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let rows = try result.table()
    #expect(rows.map { $0["word"] } == ["房屋", "學校"])
    #expect(rows.map { $0["count"] } == ["6", "5"])
    #expect(rows.map { $0["range"] } == ["3", "3"])
    #expect(rows.map { $0["parts"] } == ["6", "6"])
    #expect(rows[0]["where"]?.hasSuffix("0 0 0") == true)
    let shown = try run("房屋 --input d.ndjson --columns 6")
    #expect(shown.lines.last?.hasSuffix("···") == true)
  }

  @Test("gives the same from a corpus, in whatever order documents are stored")
  func takesACorpus() throws {
    let records = try run("--top 9 --by month --input d.ndjson --format csv")
    let corpus = try run("--top 9 --by month --corpus it.lunheng --format csv")
    #expect(records.lines.count == 10)
    #expect(corpus.output == records.output)
    let program = try Program()
    let lines = StatisticsSamples.records.split(separator: "\n").reversed()
    try program.write(lines.joined(separator: "\n"), to: "d.ndjson")
    let reversed = try program.run(
      "dispersion", "--top", "9", "--by", "month", "--input", "d.ndjson", "--format", "csv")
    #expect(reversed.output == records.output)
  }

  @Test("goes over authors, months or parts of the same length")
  func hasParts() throws {
    for (options, parts) in [
      ("--by author", "2"), ("--by publication", "2"), ("--by month", "6"), ("--parts 4", "4"),
      ("--by document --author 甲明", "3"), ("--parts 4 --from 2024-01-01", "4"),
    ] {
      let row = try #require(try run("供應 \(options) --input d.ndjson --format csv").table().first)
      #expect(row["parts"] == parts, "\(options)")
    }
  }

  @Test("gives the counts of each part")
  func givesParts() throws {
    let rows = try run("房屋 --by author --detail --input d.ndjson --format csv").table()
    #expect(rows.map { $0["part"] } == ["乙華", "甲明"])
    #expect(rows.map { $0["count"] } == ["0", "6"])
    let sizes = rows.compactMap { Int($0["words"] ?? "") }
    #expect(sizes.count == 2 && sizes.allSatisfy { $0 > 10 })
  }

  @Test("warns of a word that does not occur, and has no figures for it")
  func warns() throws {
    let result = try run("核電 --input d.ndjson --format csv")
    #expect(result.status == 0)
    #expect(result.errors.hasSuffix("[absent-word]\n"))
    let row = try #require(try result.table().first)
    #expect(row["word"] == "核電")
    #expect(row["count"] == "0")
    #expect(row["dp"] == "")
    #expect(row["juilland_d"] == "")
  }

  @Test("gives the same on one thread and on four")
  func doesNotDependOnThreads() throws {
    let options = "--top 20 --parts 3 --input d.ndjson --format json --threads"
    let one = try run("\(options) 1")
    #expect(one.status == 0)
    #expect(try run("\(options) 4").bytes == one.bytes)
  }

  @Test(
    "prints no nan for odd texts",
    arguments: [
      "房屋 --input odd.ndjson", "--top 5 --parts 1000 --input odd.ndjson",
      "--top 5 --by month --detail --input odd.ndjson", "--top 5 --input empty.ndjson",
      "房屋 --parts 3 --input empty.ndjson", "房屋 --detail --input empty.ndjson",
    ])
  func survivesOddTexts(options: String) throws {
    let result = try run(options)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("nan") && !result.output.contains("inf"))
  }

  @Test(
    "is wrong usage where the options are wrong",
    arguments: [
      ("房屋 --top 3 --input d.ndjson", "not both"),
      ("--by month --parts 3 --input d.ndjson", "not both"),
      ("--parts 1 --input d.ndjson", "--parts"), ("--characters --input d.ndjson", "--characters"),
      ("房屋", "LUNHENG_CORPUS"), ("房屋 --by week --input d.ndjson", "'week'"),
    ])
  func isWrongUsage(options: String, message: String) throws {
    let result = try run(options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.messages.first?.contains(message) == true, "\(result.errors)")
  }
}
