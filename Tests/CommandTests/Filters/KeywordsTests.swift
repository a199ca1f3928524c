import Testing

@Suite("keywords")
struct KeywordsTests {
  struct Answer: Decodable, Equatable {
    struct Keyword: Decodable, Equatable {
      var term: String
      var score: Double
    }
    var id: String
    var keywords: [Keyword]
  }

  private static let records = [
    #"{"id":"a","text":"新質生產力是新質生產力。發展新質生產力要資金，也要人才。新質生產力！"}"#,
    #"{"id":"b","text":"房屋政策要看土地。土地供應不足，房屋政策就不能成功，房屋政策也要資金。"}"#,
    #"{"id":"c","text":""}"#,
  ]

  private func keywords(_ options: String..., input: [String] = records) throws -> [Answer] {
    let program = try Program()
    try program.write(input.joined(separator: "\n"), to: "in.ndjson")
    let result = try program.shell(
      "\"$lunheng\" keywords --input - --format ndjson \(options.joined(separator: " ")) "
        + "< in.ndjson")
    #expect(result.status == 0)
    #expect(result.errors == "")
    return try result.records(Answer.self)
  }

  @Test("as a filter gives the best keywords of each document, best first")
  func findsKeywords() throws {
    let answers = try keywords("--top 3")
    #expect(answers.map(\.id) == ["a", "b", "c"])
    #expect(answers[0].keywords.first?.term == "新質生產力")
    #expect(answers[1].keywords.prefix(2).map(\.term).contains("房屋政策"))
    #expect(answers[2].keywords == [])
    for answer in answers {
      #expect(answer.keywords.count <= 3)
      #expect(answer.keywords.map(\.score) == answer.keywords.map(\.score).sorted(by: >))
      #expect(Set(answer.keywords.map(\.term)).count == answer.keywords.count)
    }
  }

  @Test("--top K gives K where there are as many, and the first of more", arguments: [1, 2, 5])
  func obeysTop(top: Int) throws {
    let some = try keywords("--top \(top)")[1].keywords
    let all = try keywords("--top 100")[1].keywords
    #expect(some == Array(all.prefix(top)))
    #expect(some.count == min(top, all.count))
  }

  @Test("gives the same on one thread and on four, by either method")
  func doesNotDependOnThreads() throws {
    // Threads share the input out in parts of 256 kB.
    let records = (0..<60).map { number in
      let text = (0..<100).map { "第\($0 * number % 97)區的房屋政策和土地供應要有新意。" }
      return #"{"id":"\#(number)","text":"\#(text.joined())"}"#
    }
    for method in ["tfidf", "textrank"] {
      #expect(
        try keywords("--threads 1 --method \(method)", input: records)
          == keywords("--threads 4 --method \(method)", input: records))
    }
  }

  @Test("reports a bad line and goes on")
  func goesOnAfterABadLine() throws {
    let input = Self.records.joined(separator: "\n") + "\n{\n"
    let result = try Program().run("keywords", "--input", "-", input: input.utf8)
    #expect(result.status == 1)
    #expect(result.lines.count == 3)
    #expect(result.diagnostics.count == 1)
    #expect(result.errors.hasPrefix("-:4:2: error: not JSON"))
  }

  @Test("of a corpus gives the leading ones of all documents, or of each")
  func answersForACorpus() throws {
    let program = try Program.withCorpus(of: Self.records[0], Self.records[1])
    let all = try program.run(
      "keywords", "--corpus", "it.lunheng", "--format", "csv", "--top", "3"
    ).table()
    #expect(all.count == 3)
    #expect(all.contains { $0["term"] == "新質生產力" && $0["count"] == "4" && $0["documents"] == "1" })

    let each = try program.run(
      "keywords", "--corpus", "it.lunheng", "--by-document", "--format", "csv", "--top", "2",
      "--document", "a"
    ).table()
    #expect(each.map { $0["document"] } == ["a", "a"])
    #expect(each.map { $0["rank"] } == ["1", "2"])
    #expect(each.first?["term"] == "新質生產力")
  }

  @Test("does not give a word that a lexicon makes part of a longer one")
  func obeysTheLexicon() throws {
    let program = try Program()
    try program.write("不動產證券化條例\n", to: "lexicon.txt")
    let text = "修訂不動產證券化條例。不動產證券化條例實施多年。"
    let result = try program.run(
      "keywords", "--input", "-", "--lexicon", "lexicon.txt", "--top", "1",
      input: #"{"id":"a","text":"\#(text)"}"#.utf8)
    #expect(try result.records(Answer.self).first?.keywords.map(\.term) == ["不動產證券化條例"])
  }
}
