import Foundation
import Testing

@Suite("The index of concordance")
struct ConcordanceIndexTests {
  @Test("indexes what is new, and forgets what is gone")
  func followsTheCorpus() throws {
    let program = try Program.withRecords()
    let first = try program.concordance(#""發展""#)
    #expect(first.messages == ["documents indexed: 5"])
    #expect(try program.concordance(#""發展""#).messages == [])
    try program.write(
      [#"{"id":"a","text":"發展，發展，發展。"}"#, #"{"id":"f","text":"新發展。"}"#].joined(separator: "\n"),
      to: "records.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson").expectSuccess()
    let second = try program.concordance(#""發展""#, "--format ndjson")
    #expect(second.messages == ["documents indexed: 2"])
    #expect(try second.records(ConcordanceHit.self).map(\.document).joined() == "cbaaaf")
  }

  @Test("goes by the words that a document was segmented into")
  func keepsTheLexicon() throws {
    let program = try Program.withRecords()
    try program.write("濟發\n", to: "words.txt")
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.run(
      "annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml", "--lexicon", "words.txt"
    ).expectSuccess()
    #expect(try program.concordanceHits(#""濟發""#) == ["濟發"])
    try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml")
      .expectSuccess()
    #expect(try program.concordanceHits(#""濟發""#) == [])
  }

  @Test("gives the same with any number of threads, and whatever came in first")
  func doesNotDependOnOrder() throws {
    let forwards = try Program.withRecords()
    let backwards = try Program()
    for record in Program.fiveRecords.reversed() {
      try backwards.write(record, to: "records.ndjson")
      try backwards.run("ingest", "--corpus", "it.lunheng", "records.ndjson").expectSuccess()
      _ = try backwards.concordance("[]", "--count")
    }
    for query in ["發展", #"[pos="NOUN"]+"#, "[]", #"[word=".*展"]"#] {
      for options in ["--by hit", "--by author", "--by right", "--count"] {
        let one = try forwards.concordance(query, options, "--format csv --threads 1").output
        #expect(try forwards.concordance(query, options, "--format csv --threads 7").output == one)
        #expect(try backwards.concordance(query, options, "--format csv").output == one)
      }
      // All records are on line 1 of their files there.
      let one = try forwards.concordanceLines(query, "--sort left --threads 1")
      #expect(try forwards.concordanceLines(query, "--sort left --threads 7") == one)
      let other = try backwards.concordanceLines(query, "--sort left")
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
    let undisturbed = try Program.withRecords(records)
    let clock = ContinuousClock()
    let duration = try clock.measure {
      try undisturbed.concordance("房屋", "--count").expectSuccess()
    }
    let killed = try Program.withRecords(records)
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
      let expected = try undisturbed.concordance(query, options, "--format csv --limit 100000")
      let found = try killed.concordance(query, options, "--format csv --limit 100000")
      #expect(found.output == expected.output)
    }
  }

  // MARK: Bad input

  @Test("says where a query is wrong, with a caret below")
  func pointsAtFaults() throws {
    let program = try Program.withRecords()
    let result = try program.concordance(#""發展" [wrd="x"]"#)
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
    let program = try Program.withRecords()
    func code(_ query: String, _ options: String = "") throws -> String {
      let result = try program.concordance(query, options)
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
    let program = try Program.withRecords([record])
    for (query, options) in [
      ("字", ""), ("。", "--count"), ("[]", "--by hit"), ("[]", "--sort left"),
      (#"[pos="NOUN"]*"#, "--by month"), (#"[word=".*"] []"#, "--by left"), ("English words", ""),
      ("同一", "--sample 3"),
    ] {
      let result = try program.concordance(query, options)
      #expect(result.status == 0, "\(query) \(options): \(result.errors)")
      #expect(!result.output.lowercased().contains("nan"))
    }
  }

  @Test("finds nothing where no document is selected")
  func takesNoDocuments() throws {
    let program = try Program.withRecords()
    #expect(try program.concordance("發展", "--document none").output == "")
    let count = try program.concordance(#""發展""#, "--count --format csv --document none").table()
    #expect(count.map { $0["hits"] } == ["0"])
    #expect(count.map { $0["per_million"] } == [""])
  }
}
