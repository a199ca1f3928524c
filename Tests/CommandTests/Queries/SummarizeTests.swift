import Testing

@Suite("summarize")
struct SummarizeTests {
  struct Digest: Decodable {
    struct Share: Decodable {
      var theme: String
      var count: Int
      var share: Double
    }
    struct Keyword: Decodable {
      var term: String
      var score: Double
    }
    struct Sentence: Decodable {
      var text: String
      var line: Int
      var score: Double
    }
    var document: String
    var title: String?
    var authors: [String]
    var publication: String?
    var date: String?
    var themes: [Share]
    var keywords: [Keyword]
    var sentences: [Sentence]
  }

  private let program: Program

  init() throws { program = try .withSampleCorpus() }

  @Test("gives each document's themes, keywords and sentences, with the lines they begin in")
  func summarizes() throws {
    try program.run("keywords", "--corpus", "it.lunheng").expectSuccess()
    let result = try program.run("summarize", "--corpus", "it.lunheng", "--format", "ndjson")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let digests = try result.records(Digest.self)
    let listed = try program.run(
      "documents", "list", "--corpus", "it.lunheng", "--format", "ndjson"
    ).records(ListedDocument.self)
    #expect(digests.map(\.document) == listed.map(\.key))
    #expect(digests.map(\.title) == listed.map(\.title))
    let read = try program.run("read", "op-eds", "--format", "ndjson").records(ReadDocument.self)
    for digest in digests {
      let blocks = try #require(read.first { $0.path == digest.document }).blocks
      #expect(digest.keywords.count == 6)
      #expect(digest.sentences.count == 2)
      #expect(digest.sentences.map(\.line) == digest.sentences.map(\.line).sorted())
      for sentence in digest.sentences {
        #expect(
          blocks.contains { block in
            block.role == "paragraph" && block.text.contains(sentence.text)
              && (block.lines[0]...block.lines[1]).contains(sentence.line)
          }, "\(sentence)")
      }
      let shares = digest.themes.map(\.share)
      #expect(digest.themes.isEmpty || abs(shares.reduce(0, +) - 1) < 1e-9)
    }
    let hub = try #require(digests.first { $0.document.contains("compute-hub") })
    #expect(hub.themes.map(\.theme) == ["國際算力", "國際金融"])
    #expect(hub.themes.map(\.count) == [22, 2])
  }

  @Test("prints a few lines for people, with the leading themes first")
  func printsForPeople() throws {
    let result = try program.run(
      "summarize", "--corpus", "it.lunheng", "--sentences", "1", "--document",
      "op-eds/2024-03-12-compute-hub.txt")
    #expect(result.status == 0)
    #expect(result.lines[0] == "算力是這一代人的水和電")
    #expect(
      result.lines[1]
        == "  岑牧堯 · 香江經濟導報 · 2024-03-12 · A14 · op-eds/2024-03-12-compute-hub.txt")
    #expect(result.lines[2].hasSuffix("92% 國際算力 (22)"))
    #expect(result.lines[3].hasSuffix("8% 國際金融 (2)"))
    #expect(result.lines.count { $0.hasPrefix("  「") } == 1)
  }

  @Test("works before anything is tagged or weighed")
  func worksOnPlainDocuments() throws {
    let plain = try Program()
    try plain.copy(Samples.opEds.appending(path: "2024-03-12-compute-hub.txt"), to: "a.txt")
    try plain.run("ingest", "--corpus", "it.lunheng", "a.txt").expectSuccess()
    let digests = try plain.run("summarize", "--corpus", "it.lunheng", "--format", "ndjson")
      .records(Digest.self)
    #expect(digests.map(\.sentences.count) == [2])
    #expect(digests.allSatisfy { $0.themes.isEmpty && $0.keywords.isEmpty })
  }
}
