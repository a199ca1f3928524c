import Testing

@Suite("summarize themes and groups")
struct SummarizeGroupsTests {
  struct Summary: Decodable, Equatable {
    struct Sentence: Decodable, Equatable {
      var text: String
      var score: Double
      var document: String
      var file: String
      var block: Int
      var line: Int
      var date: String?
    }
    var theme: String?
    var group: String?
    var documents: Int
    var candidates: Int
    var sentences: [Sentence]
  }

  private func summaries(of program: Program, _ options: String...) throws -> [Summary] {
    let result = try program.shell(
      "\"$lunheng\" summarize --corpus it.lunheng --format ndjson \(options.joined(separator: " "))"
    )
    #expect(result.status == 0)
    #expect(result.errors == "")
    return try result.records(Summary.self)
  }

  @Test(
    "of a theme have sentences with hits of it, each with its place, not too many of a document")
  func ofATheme() throws {
    let program = try Program.withSampleCorpus()
    let summary = try #require(
      try summaries(of: program, "--theme 國際算力 --sentences 8 --per-document 2").first)
    #expect(summary.theme == "國際算力")
    #expect(summary.group == nil)
    #expect(summary.sentences.count > 2)
    #expect(summary.sentences.first?.score == 1)
    let blocks = try program.run("read", "op-eds", "--format", "ndjson").records(ReadDocument.self)
    let passages = try program.run(
      "query", "--corpus", "it.lunheng", "--theme", "國際算力", "--kwic", "--limit", "10000",
      "--format", "csv"
    ).table()
    for sentence in summary.sentences {
      let document = try #require(blocks.first { $0.path == sentence.file })
      let block = document.blocks[sentence.block]
      #expect(block.text.contains(sentence.text))
      #expect((block.lines[0]...block.lines[1]).contains(sentence.line))
      #expect(
        passages.contains { passage in
          passage["document"] == sentence.document
            && passage["hit"].map(sentence.text.contains) == true
        }, "\(sentence)")
    }
    let perDocument = Dictionary(grouping: summary.sentences, by: \.document)
    #expect(perDocument.values.allSatisfy { $0.count <= 2 })
    #expect(Set(summary.sentences.map(\.text)).count == summary.sentences.count)
  }

  @Test("are of groups, in order, and of themes in groups", arguments: ["author", "month", "year"])
  func ofGroups(grouping: String) throws {
    let program = try Program.withSampleCorpus()
    let groups = try summaries(of: program, "--by \(grouping) --sentences 2")
    let names = groups.compactMap(\.group)
    #expect(names.count > 1)
    #expect(Set(names).count == names.count)
    #expect(
      names == names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    #expect(groups.allSatisfy { (1...2).contains($0.sentences.count) && $0.theme == nil })
    if grouping == "year" {
      #expect(
        groups.allSatisfy { group in
          group.sentences.allSatisfy { $0.date.map { String($0.prefix(4)) } == group.group }
        })
    }
    let themed = try summaries(
      of: program, "--theme 國際算力 --theme 國際金融 --by \(grouping) --sentences 1")
    #expect(Set(themed.map(\.theme)) == ["國際算力", "國際金融"])
    #expect(themed.allSatisfy { $0.sentences.count == 1 && names.contains($0.group ?? "") })
    #expect(themed.first?.theme == "國際算力")
  }

  @Test("do not depend on threads, on the order of files or on whether words are stored")
  func doNotDependOnThreads() throws {
    let program = try Program.withSampleCorpus()
    let first = try summaries(of: program, "--by corpus --threads 1")
    #expect(try summaries(of: program, "--by corpus --threads 4") == first)
    #expect(first.count == 1)
    #expect(first[0].sentences.count == 5)
    let reversed = try Program()
    try reversed.copy(Samples.opEds, to: "op-eds")
    _ = try reversed.shell(
      "ls -r op-eds/* | xargs -n 1 \"$lunheng\" ingest --corpus it.lunheng")
    #expect(try summaries(of: reversed, "--by corpus") == first)
  }

  @Test("have a sentence that several documents print only once")
  func haveASyndicatedSentenceOnce() throws {
    let shared = "政府宣布明年在北部都會區興建三座大型算力中心，並預留電力和土地。"
    let records = (0..<6).map { number in
      let own =
        "第\(["一", "二", "三", "四", "五", "六"][number])份社論另外談到\(["房屋", "醫療", "教育", "交通", "環保", "體育"][number])政策的許多細節。"
      return #"{"id":"\#(number)","text":"\#(shared)\n\#(own)"}"#
    }
    let program = try Program()
    try program.write(records.joined(separator: "\n"), to: "in.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "in.ndjson").expectSuccess()
    let summary = try summaries(of: program, "--by corpus --sentences 4")[0]
    #expect(summary.documents == 6)
    #expect(summary.sentences.count { $0.text == shared } == 1)
    #expect(summary.sentences[0].text == shared)
    #expect(summary.sentences[0].document == "0")
  }

  @Test("are tables too, and lines for people")
  func areTables() throws {
    let program = try Program.withSampleCorpus()
    let table = try program.run(
      "summarize", "--corpus", "it.lunheng", "--theme", "國際算力", "--format", "csv"
    ).table()
    #expect(table.count == 5)
    #expect(table.map { $0["rank"] } == ["1", "2", "3", "4", "5"])
    let text = try program.run("summarize", "--corpus", "it.lunheng", "--theme", "國際算力")
    #expect(text.lines[0].hasPrefix("國際算力"))
    #expect(text.lines[1] == "  「\(table[0]["sentence"]!)」")
    #expect(text.lines[2].contains(table[0]["document"]! + ":" + table[0]["line"]!))
    let digests = try program.run(
      "summarize", "--corpus", "it.lunheng", "--sentences", "1", "--format", "csv"
    ).table()
    #expect(digests.count == 28)
  }

  @Test("of nothing are none, with a word about it")
  func ofNothing() throws {
    let program = try Program.withCorpus(of: #"{"id":"a","text":"。"}"#, #"{"id":"b","text":"！？"}"#)
    let result = try program.run("summarize", "--corpus", "it.lunheng", "--by", "corpus")
    #expect(result.status == 0)
    #expect(!result.output.contains("nan"))
    let unknown = try Program.withSampleCorpus().run(
      "summarize", "--corpus", "it.lunheng", "--theme", "無此主題")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("unknown-theme"))
  }
}
