import Foundation
import Testing

@Suite("concordance")
struct ConcordanceCommandTests {
  struct Line: Decodable, Equatable {
    var document: String
    var file: String
    var block: Int
    var page: Int?
    var line: Int
    var column: Int?
    var bytes: String
    var left: String
    var hit: String
    var right: String
    var tokens: String
    var status: String
  }

  /// Five short documents, one without a date.
  static let records = [
    #"{"id":"a","date":"2023-01-05","authors":["甲"],"publication":"早報","text":"經濟發展要有新產業。政府發展科技。"}"#,
    #"{"id":"b","date":"2024-02-10","authors":["乙"],"publication":"晚報","text":"社會發展靠人才。\n\n綫路很長，線路很短。"}"#,
    #"{"id":"c","date":"2023-03-07","authors":["甲","乙"],"publication":"早報","text":"金融中心。他說：「發展。」"}"#,
    #"{"id":"d","text":"沒有甚麼。"}"#, #"{"id":"e","date":"2022-01-01","text":""}"#,
  ]

  static func corpus(_ records: [String] = Self.records) throws -> Program {
    let program = try Program()
    try program.write(records.joined(separator: "\n"), to: "records.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson").expectSuccess()
    return program
  }

  private func run(_ program: Program, _ query: String, _ options: String...) throws
    -> ProgramResult
  {
    try program.write(query, to: "query")
    return try program.shell(
      "\"$lunheng\" concordance \"$(cat query)\" --corpus it.lunheng \(options.joined(separator: " "))"
    )
  }

  private func lines(_ program: Program, _ query: String, _ options: String = "") throws -> [Line] {
    let result = try run(program, query, "--format ndjson", options)
    #expect(result.status == 0, "\(result.errors)")
    return try result.records(Line.self)
  }

  private func hits(_ program: Program, _ query: String, _ options: String = "") throws -> [String]
  {
    try lines(program, query, options).map(\.hit)
  }

  // MARK: Finding

  @Test("finds characters wherever words part, and words where they do")
  func findsCharactersAndWords() throws {
    let program = try Self.corpus()
    #expect(try lines(program, "展要").map(\.status) == ["crossing"])
    #expect(try hits(program, "發展").count == 4)
    #expect(try hits(program, "发展").count == 4)
    #expect(try hits(program, "綫路") == ["綫路", "線路"])
    #expect(try hits(program, #""发展""#).count == 4)
    #expect(try hits(program, #"[word="發.*"]"#) == ["發展", "發展", "發展", "發展"])
    #expect(try hits(program, #"[word="展"]"#) == [])
    #expect(try hits(program, #""發展" "科技""#) == ["發展科技"])
    #expect(try hits(program, #"[word="經濟|社會"] "發展""#) == ["經濟發展", "社會發展"])
    #expect(try hits(program, "沒有甚麼。") == ["沒有甚麼。"])
    #expect(try hits(program, "[]", "--text") == [])
  }

  @Test("lets no match reach over a sentence that it is to stay within, or over a block")
  func staysWithin() throws {
    let program = try Self.corpus()
    #expect(try hits(program, #"[word="新產業|產業"] []{2}"#).map { $0.hasSuffix("產業。政府") } == [true])
    #expect(try hits(program, #"[word="新產業|產業"] []{2} within <s/>"#) == [])
    #expect(try hits(program, #""人才" []{2}"#) == [])
    #expect(try hits(program, #"[]{1,100} containing "科技" within <s/>"#) == ["政府發展科技。"])
  }

  @Test("tells parts of speech, and finds by them")
  func knowsPartsOfSpeech() throws {
    let program = try Self.corpus()
    let marks = try lines(program, #"[pos="PUNCT"]"#)
    #expect(marks.count > 8)
    #expect(marks.allSatisfy { $0.tokens == "\($0.hit)/PUNCT" })
    let words = try lines(program, "[]", "--limit 1000")
    for line in words {
      let tag = line.tokens.split(separator: "/").last!
      let same = try lines(program, #"[word="\#(line.hit)" & pos="\#(tag)"]"#, "--limit 1000")
      #expect(same.contains(line))
      if words.firstIndex(of: line)! > 3 { break }
    }
    let others = try hits(program, #"[pos!="PUNCT"]"#, "--limit 1000").count
    #expect(others + marks.count == words.count)
  }

  @Test("finds words that matches of a theme touch")
  func knowsThemes() throws {
    let program = try Program.withSampleCorpus()
    let theme = try program.run(
      "query", "--kwic", "--theme", "國際算力", "--corpus", "it.lunheng", "--limit", "10000",
      "--format",
      "csv"
    ).table()
    let lines = try lines(program, #"[theme="國際算力"]+"#, "--limit 10000")
    #expect(!lines.isEmpty)
    // A run of touched words has one match or several that adjoin.
    #expect(lines.count <= theme.count)
    for match in theme {
      #expect(
        lines.contains { $0.document == match["document"] && $0.hit.contains(match["hit"]!) },
        "\(match)")
    }
    let outside = try hits(program, #"[theme!="國際算力" & word="算力"]"#, "--limit 10000")
    let inside = try hits(program, #"[theme="國際算力" & word="算力"]"#, "--limit 10000")
    #expect(try hits(program, #""算力""#, "--limit 10000").count == inside.count + outside.count)
  }

  @Test(
    "finds by its index what a search of all text finds",
    arguments: [
      "的", "發展", "展的", "香港", "香港的", "會", "Hong Kong", "AI", "2023", "，而", "」", "創科", "线路", "年12",
      "不能",
      "政府", "府應", "國際金融中心", "融中", "3.5", "％",
    ])
  func agreesWithScanning(term: String) throws {
    let program = try Program.withSampleCorpus()
    let scanned = try program.run(
      "query", "--kwic", "--term", term, "--corpus", "it.lunheng", "--limit", "100000", "--format",
      "csv"
    ).table()
    let found = try lines(program, term, "--text --limit 100000")
    #expect(found.map(\.hit) == scanned.map { $0["hit"] })
    #expect(
      found.map { "\($0.line):\($0.bytes)" } == scanned.map { "\($0["line"]!):\($0["bytes"]!)" })
  }

  @Test("names the place of every hit in the file")
  func namesPlaces() throws {
    let program = try Program.withSampleCorpus()
    let lines = try lines(program, #"[pos="NOUN"]{2}"#, "--limit 300 --context 5")
    #expect(lines.count == 300)
    for line in lines where line.bytes.split(separator: " ").count == 1 {
      let range = line.bytes.split(separator: "-").map { Int($0)! }
      let bytes = try Data(contentsOf: program.file(line.file))
      guard let text = String(bytes: bytes[range[0]..<range[1]], encoding: .utf8),
        String(bytes: bytes, encoding: .utf8) != nil
      else { continue }
      #expect(text == line.hit)
      #expect(bytes[..<range[0]].count { $0 == 0x0A } + 1 == line.line)
      #expect(line.left.unicodeScalars.count <= 5 && line.right.unicodeScalars.count <= 5)
    }
  }

  // MARK: Showing

  @Test("sorts by the text on either side, by the hit and by document")
  func sorts() throws {
    let program = try Self.corpus()
    let query = "發展"
    func documents(_ order: String) throws -> String {
      try lines(program, query, "--sort \(order)").map(\.document).joined()
    }
    #expect(try documents("date") == "aacb")
    #expect(try documents("document") == "aabc")
    // Before: 濟 府 「 會; by code point 「 府 會 濟 (會 folds to 会).
    let left = try lines(program, query, "--sort left").map { String($0.left.suffix(1)) }
    #expect(left == ["「", "會", "府", "濟"])
    let right = try lines(program, query, "--sort right").map { String($0.right.prefix(1)) }
    #expect(right.first == "。")
    #expect(right.count == 4)
    #expect(try hits(program, #"[pos!="PUNCT"]"#, "--sort hit --limit 1000").count > 10)
  }

  @Test("shows no more than the limit, or a sample spread over all, and says so")
  func limits() throws {
    let program = try Program.withSampleCorpus()
    let all = try lines(program, "的", "--limit 100000")
    let first = try run(program, "的", "--limit 5 --format ndjson")
    #expect(try first.records(Line.self) == Array(all.prefix(5)))
    #expect(first.messages.last == "5 of \(all.count) hits; --limit N shows more")
    let sample = try run(program, "的", "--sample 7 --format ndjson")
    let chosen = try sample.records(Line.self)
    #expect(chosen.count == 7)
    #expect(chosen == all.filter { chosen.contains($0) })
    #expect(Set(chosen.map(\.document)).count > 4)
    #expect(sample.messages.last == "a sample of 7 of \(all.count) hits")
    #expect(try run(program, "的", "--sample 7 --format ndjson").output == sample.output)
    #expect(try lines(program, "的", "--sample \(all.count + 9) --limit 100000") == all)
    let sorted = try lines(program, "的", "--sort right --limit 100000")
    #expect(sorted.count == all.count)
    #expect(try lines(program, "的", "--sort right --limit 9") == Array(sorted.prefix(9)))
  }

  @Test("obeys filters of documents")
  func filters() throws {
    let program = try Self.corpus()
    func documents(_ options: String) throws -> String {
      try lines(program, #""發展""#, options).map(\.document).joined()
    }
    #expect(try documents("--author 乙") == "cb")
    #expect(try documents("--publication 早報") == "aac")
    #expect(try documents("--from 2023-02-01") == "cb")
    #expect(try documents("--to 2023-02-01") == "aa")
    #expect(try documents("--document b") == "b")
    #expect(try documents("--author 丙") == "")
  }

  @Test("counts in all, by group and by spelling")
  func counts() throws {
    let program = try Self.corpus()
    func rows(_ query: String, _ options: String) throws -> [[String: String]] {
      let result = try run(program, query, "--format csv", options)
      #expect(result.status == 0, "\(result.errors)")
      return try result.table()
    }
    let all = try rows("發展", "--count")
    #expect(all.map { $0["hits"] } == ["4"])
    #expect(all.map { $0["documents"] } == ["3"])
    #expect(all.map { $0["of_documents"] } == ["5"])
    let size = Double(all[0]["characters"]!)!
    #expect(abs(Double(all[0]["per_million"]!)! - 4_000_000 / size) < 1e-6)
    let tokens = try rows(#""發展""#, "--count")
    #expect(Int(tokens[0]["tokens"]!)! == (try hits(program, "[]", "--limit 1000")).count)
    let authors = try rows("發展", "--by author")
    #expect(authors.map { "\($0["author"]!) \($0["hits"]!)" }.sorted() == [" 0", "乙 2", "甲 3"])
    let documents = try rows("發展", "--by document")
    #expect(
      documents.map { "\($0["document"]!) \($0["hits"]!)" } == ["e 0", "a 2", "c 1", "b 1", "d 0"])
    #expect(try rows("發展", "--by month").map { $0["hits"] } == ["0", "2", "1", "1", "0"])
    let spellings = try rows("線路", "--by hit")
    #expect(spellings.map { "\($0["hit"]!) \($0["hits"]!) \($0["documents"]!)" } == ["綫路 2 1"])
    let left = try rows("發展", "--by left")
    #expect(left.map { $0["left"] }.sorted { $0! < $1! } == ["「", "政府", "社會", "經濟"].sorted())
    let inside = try rows("展", "--by left")
    #expect(inside.map { $0["left"] } == ["發"])
    let edge = try rows("沒有", "--by left")
    #expect(edge.map { $0["left"] } == [""])
    #expect(try rows("發展", "--by right --limit 1").count == 1)
  }

  @Test("is readable on a terminal")
  func isReadable() throws {
    let program = try Self.corpus()
    let result = try run(program, #""經濟" "發展""#)
    #expect(result.lines == ["records.ndjson:1    經濟發展  要有新產業。政府發展科技。"])
    let english = try run(program, "發展", "--count --language en")
    #expect(english.lines.first?.contains("Hits") == true)
  }

  // MARK: The index

  @Test("indexes what is new, and forgets what is gone")
  func followsTheCorpus() throws {
    let program = try Self.corpus()
    let first = try run(program, #""發展""#)
    #expect(first.messages == ["documents indexed: 5"])
    #expect(try run(program, #""發展""#).messages == [])
    try program.write(
      [#"{"id":"a","text":"發展，發展，發展。"}"#, #"{"id":"f","text":"新發展。"}"#].joined(separator: "\n"),
      to: "records.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson").expectSuccess()
    let second = try run(program, #""發展""#, "--format ndjson")
    #expect(second.messages == ["documents indexed: 2"])
    #expect(try second.records(Line.self).map(\.document).joined() == "cbaaaf")
  }

  @Test("goes by the words that a document was segmented into")
  func keepsTheLexicon() throws {
    let program = try Self.corpus()
    try program.write("濟發\n", to: "words.txt")
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.run(
      "annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml", "--lexicon", "words.txt"
    ).expectSuccess()
    #expect(try hits(program, #""濟發""#) == ["濟發"])
    try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml")
      .expectSuccess()
    #expect(try hits(program, #""濟發""#) == [])
  }

  @Test("gives the same with any number of threads, and whatever came in first")
  func doesNotDependOnOrder() throws {
    let forwards = try Self.corpus()
    let backwards = try Program()
    for record in Self.records.reversed() {
      try backwards.write(record, to: "records.ndjson")
      try backwards.run("ingest", "--corpus", "it.lunheng", "records.ndjson").expectSuccess()
      _ = try run(backwards, "[]", "--count")
    }
    for query in ["發展", #"[pos="NOUN"]+"#, "[]", #"[word=".*展"]"#] {
      for options in ["--by hit", "--by author", "--by right", "--count"] {
        let one = try run(forwards, query, options, "--format csv --threads 1").output
        #expect(try run(forwards, query, options, "--format csv --threads 7").output == one)
        #expect(try run(backwards, query, options, "--format csv").output == one)
      }
      // All records are on line 1 of their files there.
      let one = try lines(forwards, query, "--sort left --threads 1")
      #expect(try lines(forwards, query, "--sort left --threads 7") == one)
      let other = try lines(backwards, query, "--sort left")
      #expect(
        other.map { $0.document + $0.left + $0.hit } == one.map { $0.document + $0.left + $0.hit })
    }
  }

  @Test("comes to the same after being killed while it indexes")
  func survivesKills() throws {
    let records = (0..<1500).map { number in
      let text = String(repeating: "第\(number)次討論經濟發展與房屋供應，市民關注\(number % 37)項措施。", count: 8)
      return #"{"id":"d\#(number)","text":"\#(text)"}"#
    }
    let undisturbed = try Self.corpus(records)
    let clock = ContinuousClock()
    let duration = try clock.measure { try run(undisturbed, "房屋", "--count").expectSuccess() }
    let killed = try Self.corpus(records)
    var kills = 0
    for part in [0.3, 0.5, 0.7, 0.9] {
      let result = try killed.runKilled(
        ["concordance", "房屋", "--count", "--corpus", "it.lunheng"],
        after: duration / .seconds(1) * part)
      if result.status == 137 { kills += 1 }
    }
    #expect(kills > 0)
    for (query, options) in [
      ("房屋", "--by document"), (#"[pos="NUM"]"#, "--by hit"), ("次討", "--count"),
    ] {
      let expected = try run(undisturbed, query, options, "--format csv --limit 100000")
      let found = try run(killed, query, options, "--format csv --limit 100000")
      #expect(found.output == expected.output)
    }
  }

  // MARK: Bad input

  @Test("says where a query is wrong, with a caret below")
  func pointsAtFaults() throws {
    let program = try Self.corpus()
    let result = try run(program, #""發展" [wrd="x"]"#)
    #expect(result.status == 2)
    #expect(
      result.messages == [
        #"query:1:7: error: no attribute "wrd"; it is word, pos or theme [query-syntax]"#,
        #"  "發展" [wrd="x"]"#, "          ^",
      ])
    #expect(result.output == "")
  }

  @Test("refuses what it cannot search for")
  func refuses() throws {
    let program = try Self.corpus()
    func code(_ query: String, _ options: String = "") throws -> String {
      let result = try run(program, query, options)
      return "\(result.status) \(result.diagnostics.last?.split(separator: "[").last ?? "")"
    }
    #expect(try code(" ") == "2 empty-term]")
    #expect(try code(#"[theme="無"]"#) == "2 no-codebook]")
    #expect(try code("發展", "--limit 0") == "64 ")
    #expect(try code("發展", "--sample 0") == "64 ")
    #expect(try code("發展", "--count --sample 5") == "64 ")
    #expect(try code("發展", "--by week") == "64 ")
  }

  @Test(
    "takes any text",
    arguments: [
      #"{"id":"x","text":""}"#, #"{"id":"x","text":"字"}"#, #"{"id":"x","text":"。。，！"}"#,
      #"{"id":"x","text":"Only English words here. Twice."}"#, #"{"id":"x","text":"\u0000\ud83d"}"#,
      #"{"id":"x","text":"\#(String(repeating: "同一句話。", count: 500))"}"#,
    ])
  func takesAnyText(record: String) throws {
    let program = try Self.corpus([record])
    for (query, options) in [
      ("字", ""), ("。", "--count"), ("[]", "--by hit"), ("[]", "--sort left"),
      (#"[pos="NOUN"]*"#, "--by month"), (#"[word=".*"] []"#, "--by left"), ("English words", ""),
      ("同一", "--sample 3"),
    ] {
      let result = try run(program, query, options)
      #expect(result.status == 0, "\(query) \(options): \(result.errors)")
      #expect(!result.output.lowercased().contains("nan"))
    }
  }

  @Test("finds nothing where no document is selected")
  func takesNoDocuments() throws {
    let program = try Self.corpus()
    #expect(try run(program, "發展", "--document none").output == "")
    let count = try run(program, #""發展""#, "--count --format csv --document none").table()
    #expect(count.map { $0["hits"] } == ["0"])
    #expect(count.map { $0["per_million"] } == [""])
  }
}
