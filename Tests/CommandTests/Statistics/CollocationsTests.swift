import Testing

@Suite("collocations")
struct CollocationsTests {
  private func run(_ options: String) throws -> ProgramResult {
    try StatisticsSamples.run("collocations \(options)")
  }

  @Test("finds what stands beside a word, with counts and an example")
  func findsNeighbours() throws {
    let result = try run("房屋 --input d.ndjson --window 1 --min-count 2 --format csv")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let rows = try result.table()
    #expect(rows.compactMap { $0["word"] }.prefix(2) == ["供應", "公營"])
    let row = try #require(rows.first)
    #expect(row["node"] == "房屋")
    // 房屋 stands six times; of eleven words beside it, five are 供應, which stands nowhere else.
    #expect(row["count"] == "5")
    #expect(row["left"] == "0")
    #expect(row["right"] == "5")
    #expect(row["documents"] == "3")
    #expect(row["first_count"] == "6")
    #expect(row["second_count"] == "5")
    #expect(row["document"] == "a1")
    #expect(row["example"] == "公營【房屋】【供應】不足，房屋供應要")
    // 14 + log₂(2 · 5 / (6 + 5)).
    #expect(abs((Double(row["log_dice"] ?? "") ?? 0) - 13.862_496_476) < 1e-8)
  }

  @Test("gives the same from a corpus")
  func takesACorpus() throws {
    let records = try run("房屋 學校 --input d.ndjson --min-count 1 --format csv")
    let corpus = try run("房屋 學校 --corpus it.lunheng --min-count 1 --format csv")
    #expect(records.lines.count > 5)
    #expect(corpus.output == records.output)
    #expect(try Set(records.table().map { $0["node"] }) == ["房屋", "學校"])
  }

  @Test("has windows of words, sentences and paragraphs, to each side")
  func hasWindows() throws {
    func together(_ options: String) throws -> [String: String] {
      let rows = try run("土地 --input d.ndjson --min-count 1 \(options) --format csv").table()
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["word"]!, $0["count"]!) })
    }
    #expect(try together("--window 1").keys.contains("決定"))
    #expect(try together("--left 2 --right 0")["決定"] == nil)
    #expect(try together("--right 1")["房屋"] == nil)
    // 政府 stands in the sentence after.
    #expect(try together("--within sentence")["政府"] == nil)
    #expect(try together("--within paragraph")["政府"] == "1")
    #expect(try together("--window 9 --within sentence")["政府"] == nil)
    #expect(try together("--window 0").isEmpty)
  }

  @Test("takes several words as one, and with --characters parts of words")
  func takesStrings() throws {
    let one = try run("公營房屋 --input d.ndjson --window 1 --min-count 1 --format csv")
    #expect(one.status == 0)
    #expect(try one.table().first { $0["word"] == "供應" }?["count"] == "2")
    let part = "脷洲 --input d.ndjson --lexicon lexicon.txt --min-count 1 --format csv"
    let none = try run(part)
    #expect(none.status == 0)
    #expect(none.lines.count == 1)
    #expect(none.diagnostics == none.messages)
    #expect(none.errors.contains("\"脷洲\"") && none.errors.hasSuffix("[absent-word]\n"))
    let inside = try run(part + " --characters")
    #expect(inside.errors == "")
    #expect(try inside.table().contains { $0["word"] == "鴨" })
  }

  @Test("lists pairs that follow each other")
  func listsPairs() throws {
    let result = try run("--pairs --input d.ndjson --min-count 2 --format csv")
    #expect(result.status == 0)
    let rows = try result.table()
    let row = try #require(rows.first { $0["first"] == "房屋" })
    #expect(row["second"] == "供應")
    #expect(row["count"] == "5")
    #expect(Double(row["lambda"] ?? "") ?? 0 > 0)
    #expect(rows.allSatisfy { Int($0["count"]!)! >= 2 })
    let corpus = try run("--pairs --corpus it.lunheng --min-count 2 --format csv")
    #expect(corpus.output == result.output)
    let wide = try run("--pairs --window 3 --input d.ndjson --min-count 2 --format csv").table()
    #expect(wide.contains { $0["first"] == "公營" && $0["second"] == "供應" })
    #expect(!rows.contains { $0["first"] == "公營" && $0["second"] == "供應" })
  }

  @Test("gives the same on one thread and on four", arguments: ["房屋", "--pairs"])
  func doesNotDependOnThreads(what: String) throws {
    let options = "\(what) --input d.ndjson --min-count 1 --format json --threads"
    let one = try run("\(options) 1")
    #expect(one.status == 0)
    #expect(try run("\(options) 4").bytes == one.bytes)
  }

  @Test("prints no nan for odd texts, in any order")
  func survivesOddTexts() throws {
    for order in [
      "log-likelihood", "log-dice", "pmi", "pmi3", "t-score", "z-score", "dice",
      "min-sensitivity", "lambda", "count",
    ] {
      for what in ["房屋", "人", "--pairs", "房屋 --within sentence", "，"] {
        let result = try run("\(what) --input odd.ndjson --min-count 1 --sort \(order)")
        #expect(result.status == 0, "\(result.errors)")
        #expect(!result.output.contains("nan") && !result.output.contains("inf"))
      }
    }
    #expect(try run("--pairs --input empty.ndjson").status == 0)
  }

  @Test("says that a word has nothing to search for")
  func needsAWord() throws {
    let result = try run("'' --input d.ndjson")
    #expect(result.status == 2)
    #expect(result.errors.hasSuffix("[empty-term]\n"))
  }

  @Test(
    "is wrong usage where the options are wrong",
    arguments: [
      ("--input d.ndjson", "--pairs"), ("房屋 --pairs --input d.ndjson", "only one"),
      ("--pairs --within sentence --input d.ndjson", "--window only"),
      ("--pairs --window 0 --input d.ndjson", "--window"), ("房屋", "LUNHENG_CORPUS"),
      ("房屋 --window 9999999 --input d.ndjson", "--window"),
    ])
  func isWrongUsage(options: String, message: String) throws {
    let result = try run(options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.messages.first?.contains(message) == true, "\(result.errors)")
  }
}
