import Foundation
import Testing

@Suite("annotate as a filter")
struct AnnotateTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
  }

  private func annotate(_ input: String) throws -> ProgramResult {
    try program.run("annotate", "--codebook", "codebook.yaml", input: input.utf8)
  }

  private func annotate(_ documents: [InputDocument]) throws -> [Annotation] {
    let encoder = JSONEncoder()
    let lines = try documents.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    let result = try annotate(lines.joined(separator: "\n"))
    #expect(result.status == 0)
    #expect(result.errors == "")
    return try result.records(Annotation.self)
  }

  private func annotation(of text: String) throws -> Annotation {
    try #require(annotate([InputDocument(id: "it", text: text)]).first)
  }

  /// What `match` says it is in `text`.
  private func slice(_ match: Annotation.Match, of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[match.start..<match.end]))
  }

  @Test("gives an object a document, in the order of the documents")
  func keepsTheOrder() throws {
    let annotations = try annotate(
      (0..<600).map { InputDocument(id: "\($0)", text: $0 % 2 == 0 ? "專利" : "沒有") })
    #expect(annotations.map(\.id) == (0..<600).map { "\($0)" })
    #expect(annotations.map(\.matches.count) == (0..<600).map { 1 - $0 % 2 })
  }

  @Test("has the members that scripts rely on, in their order")
  func keepsTheContract() throws {
    let result = try annotate(#"{"id":"a","text":"專利授權"}"#)
    #expect(
      result.output == """
        {"id":"a","characters":4,"themes":[{"theme":"技術交易","count":1,"score":2.0}],\
        "matches":[{"theme":"技術交易","term":"專利授權","start":0,"end":4,"status":"aligned"}]}

        """)
    #expect(
      try annotate(#"{"id":"b","text":""}"#).output
        == #"{"id":"b","characters":0,"themes":[],"matches":[]}"# + "\n")
  }

  @Test("counts offsets in Unicode scalars, also after characters beyond the basic plane")
  func countsScalars() throws {
    let text = "搭𨋢👨‍👩‍👧到𠮷野家，e\u{301}談專利。"
    let annotation = try annotation(of: text)
    #expect(annotation.matches.first?.start == 15)
    #expect(annotation.matches.first?.end == 17)
    #expect(annotation.matches.map { slice($0, of: text) }.first == "專利")
  }

  @Test(
    "finds a hit that a break tears, and its range holds the break",
    arguments: ["\n", "\r\n", "\n\n", "\n ", "\n\u{3000}", " ", "\u{C}", "\n\u{C}\n"])
  func findsTornHits(tear: String) throws {
    let text = "政府要在北部都會區發展一個規模宏大的，可以持續的國際算力產\(tear)業集群，成為各方合作的平台。"
    let matches = try annotation(of: text).matches
    #expect(matches.map(\.term) == ["國際算力產業集群"])
    #expect(matches.map { slice($0, of: text) } == ["國際算力產\(tear)業集群"])
  }

  @Test("takes variant, full-width and other-case spellings for the term")
  func foldsSpellings() throws {
    let text = "专利、ＩＰＯ、ipo、金管局、智慧財產權"
    let matches = try annotation(of: text).matches
    #expect(matches.map(\.term) == ["專利", "IPO", "IPO", "金管局", "智慧財產權"])
    #expect(matches.map { slice($0, of: text) } == ["专利", "ＩＰＯ", "ipo", "金管局", "智慧財產權"])
  }

  @Test("puts the strongest theme first, and matches in the order of the text")
  func ordersThemes() throws {
    let annotation = try annotation(
      of: "談過一次專利。國際算力產業集群要有算力、伺服器和數據中心，也要有股市。")
    #expect(annotation.themes.map(\.theme) == ["國際算力", "國際金融", "技術交易"])
    #expect(annotation.themes.map(\.score) == annotation.themes.map(\.score).sorted(by: >))
    #expect(annotation.themes.map(\.count) == [4, 1, 1])
    #expect(annotation.matches.map(\.start) == annotation.matches.map(\.start).sorted())
    #expect(annotation.characters == 35)
  }

  @Test("tells hits that lie within a longer word or across words")
  func tellsTheStatus() throws {
    try program.write(
      "codebook: x\nthemes:\n  - {id: t, terms: [印度, 港大]}\n", to: "countries.yaml")
    try program.write("印度尼西亞\n", to: "lexicon.txt")
    let result = try program.run(
      "annotate", "--codebook", "countries.yaml", "--lexicon", "lexicon.txt",
      input: #"{"id":"a","text":"印度尼西亞和印度的香港大學"}"#.utf8)
    let matches = try result.records(Annotation.self).flatMap(\.matches)
    #expect(matches.map(\.term) == ["印度", "印度", "港大"])
    #expect(matches.map(\.status) == ["nested", "aligned", "crossing"])
  }

  @Test("leads each cluster paragraph of the sample op-ed with its own cluster")
  func leadsWithTheCluster() throws {
    try program.copy(Samples.opEds.appending(path: "2025-10-16-five-clusters.txt"), to: "a.txt")
    let document = try #require(
      program.run("read", "a.txt", "--format", "ndjson").records(ReadDocument.self).first)
    let paragraphs = document.blocks.filter { $0.role == "paragraph" }
    let annotations = try annotate(
      paragraphs[2...6].map { InputDocument(id: "\($0.lines[0])", text: $0.text) })
    #expect(annotations.map { $0.themes.first?.theme } == Samples.themes)
  }

  @Test("reports bad lines by path and line, goes on and gives exit status 1")
  func goesOnAfterBadLines() throws {
    let lines = [
      #"{"id":"a","text":"專利"}"#, "{", #"{"id":"c"}"#, "", #"{"id":"d","text":"算力"}"#,
    ]
    let piped = try annotate(lines.joined(separator: "\n"))
    try program.write(lines.joined(separator: "\n"), to: "in.ndjson")
    let read = try program.run(
      "annotate", "--codebook", "codebook.yaml", "--input", "in.ndjson")
    for (result, name) in [(piped, "-"), (read, "in.ndjson")] {
      #expect(result.status == 1)
      #expect(try result.records(Annotation.self).map(\.id) == ["a", "d"])
      #expect(result.diagnostics.count == 2)
      #expect(result.diagnostics.first?.hasPrefix("\(name):2:2: error: not JSON") == true)
      #expect(result.diagnostics.last?.hasPrefix("\(name):3:1: error: ") == true)
      #expect(result.diagnostics.last?.hasSuffix("[missing-field]") == true)
    }
  }

  @Test("of nothing gives nothing")
  func takesEmptyInput() throws {
    let result = try annotate("")
    #expect(result.status == 0)
    #expect(result.output == "" && result.errors == "")
  }

  @Test("gives the same on one thread and on four")
  func doesNotDependOnThreads() throws {
    // Threads share the input out in parts of 256 kB.
    let text = String(repeating: "談專利和股市，也談房屋政策和土地供應。", count: 100)
    let records = (0..<120).map { #"{"id":"\#($0)","text":"\#($0)\#(text)"}"# }
    let outputs = try ["1", "4"].map {
      try program.run(
        "annotate", "--codebook", "codebook.yaml", "--threads", $0,
        input: records.joined(separator: "\n").utf8
      ).lines
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0].count == records.count)
  }
}
