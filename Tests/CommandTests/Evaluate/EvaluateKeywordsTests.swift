import Testing

@Suite("evaluate keywords")
struct EvaluateKeywordsTests {
  private static let documents = """
    {"id":"1","keywords":["燈塔","起重机"],"text":"燈塔和起重機都要更換。燈塔老化，起重機也老化。"}
    {"id":"2","title":"碼頭","keywords":["碼頭"],"tags":["貨櫃"],"text":"貨櫃停在碼頭。"}
    {"id":"3","text":"各位好。"}

    """

  private func evaluate(
    _ options: String = "", documents: String = documents
  ) throws -> ProgramResult {
    let program = try Program()
    try program.write(documents, to: "d.ndjson")
    return try program.shell("\"$lunheng\" evaluate keywords d.ndjson \(options)")
  }

  private struct Figures: Decodable {
    struct Score: Decodable {
      var comparison: String
      var cutoff: Int
      var correct: Int
      var recall: Double?
      var f1: Double?
    }
    struct Missed: Decodable {
      var id: String
      var missed: [String]
    }
    var documents: Int
    var given: Int
    var scores: [Score]
    var missed: [Missed]
  }

  @Test(
    "prints figures for each number of keywords, exact and folded, and says who has no keywords")
  func printsFigures() throws {
    let result = try evaluate("--top 5")
    #expect(result.status == 1)
    #expect(
      result.lines.prefix(3) == [
        "documents                 2", "given keywords            3",
        "given and in the text     1.0000",
      ])
    #expect(result.lines.count { $0.contains(#/^(exact|folded) +5 /#) } == 2)
    #expect(result.errors.contains("1 of the documents"))
    #expect(result.errors.hasSuffix("[no-label]\n"))
  }

  @Test("takes another script for the same word only when folding")
  func folds() throws {
    let figures = try evaluate("--format json --errors 5").json(Figures.self)
    #expect(figures.documents == 2)
    #expect(figures.scores.map(\.comparison) == ["exact", "exact", "folded", "folded"])
    #expect(figures.scores.map(\.cutoff) == [5, 10, 5, 10])
    #expect(figures.scores[1].correct == 2)
    #expect(figures.scores[1].recall == 0.75)
    #expect(figures.scores[3].correct == 3)
    #expect(figures.scores[3].recall == 1)
    #expect(figures.missed.isEmpty)
  }

  @Test("reads another field, and shows what was missed")
  func readsAnotherField() throws {
    let documents = #"{"id":"2","tags":["燈塔"],"text":"貨櫃停在碼頭。"}"#
    let figures = try evaluate("--label tags --errors 1 --format json", documents: documents)
      .json(Figures.self)
    #expect(figures.scores.allSatisfy { $0.f1 == 0 })
    #expect(figures.missed.map(\.id) == ["2"])
    #expect(figures.missed.map(\.missed) == [["燈塔"]])
  }

  @Test("fails if no document has keywords", arguments: ["", #"{"id":"1","text":"香港"}"#])
  func failsWithoutKeywords(documents: String) throws {
    let result = try evaluate(documents: documents + "\n")
    #expect(result.status == 2)
    #expect(result.output == "")
  }

  @Test("refuses a number of keywords that is none", arguments: ["0", "-1", "x"])
  func refusesNoNumber(count: String) throws {
    #expect(try evaluate("--top=\(count)").status == 64)
  }
}

@Suite("train background")
struct TrainBackgroundTests {
  @Test("writes the same file whatever the threads, and refuses a bad list")
  func writesAFile() throws {
    let program = try Program()
    let documents = (1...300).map { #"{"id":"\#($0)","text":"香港的房屋政策，第\#($0)號文件。"}"# }
    try program.write(documents.joined(separator: "\n"), to: "d.ndjson")
    try program.write("香港\t1000000\tPROPN\n房屋\t500000\n", to: "good.tsv")
    try program.write("香港\tmany\n", to: "bad.tsv")
    let train = "\"$lunheng\" train background d.ndjson --note name=test --list"
    let result = try program.shell(
      "\(train) good.tsv --output a --threads 1 && \(train) good.tsv --output b --threads 4 && cmp a b"
    )
    #expect(result.status == 0)
    let refused = try program.shell("\(train) bad.tsv --output c; test ! -e c")
    #expect(refused.errors.hasSuffix("[bad-count]\n"))
  }
}
