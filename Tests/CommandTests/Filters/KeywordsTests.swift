import Foundation
import Testing

@Suite("keywords")
struct KeywordsTests {
  struct Answer: Decodable, Equatable {
    struct Keyword: Decodable, Equatable {
      var term: String
      var score: Double
      var count: Int
      var positions: [[Int]]
      var snippet: String
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

  @Test("gives the same on one thread and on four, by each method")
  func doesNotDependOnThreads() throws {
    // Threads share the input out in parts of 256 kB.
    let records = (0..<60).map { number in
      let text = (0..<100).map { "第\($0 * number % 97)區的房屋政策和土地供應要有新意。" }
      return #"{"id":"\#(number)","text":"\#(text.joined())"}"#
    }
    for method in ["combined", "tfidf", "textrank"] {
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

  @Test(
    "gives a document by itself what it gives it among others", arguments: ["combined", "textrank"])
  func isStateless(method: String) throws {
    let together = try keywords("--method \(method)")
    for (record, answer) in zip(Self.records, together) {
      #expect(try keywords("--method \(method)", input: [record]) == [answer])
    }
  }

  @Test("gives positions that spell the term, in Unicode scalars of the text")
  func givesPositions() throws {
    let text = "𠮷野家與鐵路。\n\n铁路在香港，鐵路\u{200B}要快。鐵\u{200B}路在香港。"
    let record = InputDocument(id: "a", text: text)
    let line = String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
    let answer = try keywords(input: [line])[0]
    let scalars = Array(text.unicodeScalars)
    let term = try #require(answer.keywords.first { $0.term == "鐵路" })
    #expect(term.count == 4)
    #expect(term.positions.count == 4)
    for keyword in answer.keywords {
      #expect(text.contains(keyword.snippet.replacing("…", with: "")))
      for position in keyword.positions {
        let printed = String(String.UnicodeScalarView(scalars[position[0]..<position[1]]))
        #expect(
          printed.replacing("\u{200B}", with: "").replacing("铁", with: "鐵")
            == keyword.term.replacing("铁", with: "鐵"))
      }
    }
  }

  @Test("counts a title that the record gives apart, and gives no position for it")
  func countsTheTitle() throws {
    let record = #"{"id":"a","title":"鐵路","text":"鐵路要有產業。"}"#
    let term = try #require(
      try keywords(input: [record])[0].keywords.first { $0.term == "鐵路" })
    #expect(term.count == 2)
    #expect(term.positions == [[0, 2]])
  }

  @Test(
    "answers for a text that says little",
    arguments: ["", "我", "，。！「」", "   ", "1234", "Yes.", "好。好。好。好。", "\\ud800"])
  func answersForPoorTexts(text: String) throws {
    for method in ["combined", "tfidf", "textrank"] {
      let result = try Program().run(
        "keywords", "--input", "-", "--method", method,
        input: #"{"id":"a","text":"\#(text)"}"#.utf8)
      #expect(result.status < 2)
      #expect(result.lines.count == 1)
      #expect(!result.output.lowercased().contains("nan"))
    }
  }

  @Test("of a corpus gives the leading ones of all documents, or of each")
  func answersForACorpus() throws {
    let program = try Program.withCorpus(of: Self.records[0], Self.records[1])
    let all = try program.run(
      "keywords", "--corpus", "it.lunheng", "--format", "csv", "--top", "3"
    ).table()
    #expect(all.count == 3)
    #expect(all.contains { $0["term"] == "新質生產力" && $0["count"] == "4" && $0["documents"] == "1" })

    for flag in ["--documents", "--by-document"] {
      let each = try program.run(
        "keywords", "--corpus", "it.lunheng", flag, "--format", "csv", "--top", "2",
        "--document", "a", "--evidence"
      ).table()
      #expect(each.map { $0["document"] } == ["a", "a"])
      #expect(each.map { $0["rank"] } == ["1", "2"])
      #expect(each.first?["term"] == "新質生產力")
      #expect(each.first?["snippet"] == "新質生產力是新質生產力。")
      #expect(each.first?["place"]?.hasSuffix(":1") == true)
    }
  }

  @Test("of a corpus are those that the filter gives, however the documents came in")
  func isIncremental() throws {
    let filtered = try keywords("--top 4")
    let program = try Program.withCorpus(of: Self.records[0])
    func rows() throws -> [[String: String]] {
      try program.run(
        "keywords", "--corpus", "it.lunheng", "--documents", "--format", "csv", "--top", "4"
      ).table()
    }
    let before = try rows()
    try program.write(Self.records[1], to: "more.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "more.ndjson").expectSuccess()
    let after = try rows()
    // The new document changes nothing about the old one.
    #expect(after.filter { $0["document"] == "a" } == before)
    for answer in filtered.prefix(2) {
      #expect(
        after.filter { $0["document"] == answer.id }.map { $0["term"] }
          == answer.keywords.map(\.term))
    }
  }

  @Test("of groups are those that set the group apart from the others")
  func answersForGroups() throws {
    let program = try Program.withCorpus(
      of: #"{"id":"a","date":"2023-01-05","authors":["甲"],"text":"香港的鐵路。香港有鐵路。"}"#,
      #"{"id":"b","date":"2024-02-05","authors":["乙"],"text":"香港的醫院。香港有醫院。"}"#,
      #"{"id":"c","text":""}"#)
    func best(_ grouping: String) throws -> [String: String] {
      let rows = try program.run(
        "keywords", "--corpus", "it.lunheng", "--by", grouping, "--format", "csv", "--evidence"
      ).table()
      #expect(rows.allSatisfy { $0["snippet"]?.isEmpty == false })
      return Dictionary(
        rows.filter { $0["rank"] == "1" }.map { ($0[grouping]!, $0["term"]!) },
        uniquingKeysWith: { first, _ in first })
    }
    #expect(try best("author") == ["甲": "鐵路", "乙": "醫院"])
    #expect(try best("year") == ["2023": "鐵路", "2024": "醫院"])
    #expect(try best("month") == ["2023-01": "鐵路", "2024-02": "醫院"])
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
