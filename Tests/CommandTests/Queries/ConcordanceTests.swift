import Foundation
import Testing

@Suite("query --kwic")
struct ConcordanceTests {
  struct Passage: Decodable, Equatable {
    var file: String
    var page: Int?
    var line: Int
    var left: String
    var hit: String
    var right: String
    var theme: String
    var term: String
    var status: String
  }

  private func passages(_ program: Program, _ options: String) throws -> [Passage] {
    let result = try program.shell(
      "\"$lunheng\" query --kwic --corpus it.lunheng --format ndjson \(options)")
    #expect(result.status == 0)
    return try result.records(Passage.self)
  }

  @Test("names for every hit the line of the file in which it begins")
  func namesTheLine() throws {
    let program = try Program.withSampleCorpus()
    let passages = try passages(program, "--limit 100000")
    #expect(passages.count > 200)
    func spaceless(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    var torn = 0
    for file in Set(passages.map(\.file)).sorted() {
      let bytes = try Data(contentsOf: program.file(file))
      guard
        let text = String(bytes: bytes, encoding: .utf8)
          ?? (bytes.starts(with: [0xFF, 0xFE]) ? String(bytes: bytes, encoding: .utf16) : nil)
      else { continue }
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      for passage in passages where passage.file == file {
        let line = spaceless(String(lines[passage.line - 1]))
        let hit = spaceless(passage.hit)
        let beginsHere = (1..<hit.count).contains { line.hasSuffix(hit.prefix($0)) }
        #expect(line.contains(hit) || beginsHere, "\(passage)")
        if !line.contains(hit) { torn += 1 }
      }
    }
    #expect(torn > 0)
  }

  @Test("shows for every hit the words around it in its block, in any charset")
  func showsTheContext() throws {
    let program = try Program.withSampleCorpus()
    let documents = try program.run("read", "op-eds", "--format", "ndjson")
      .records(ReadDocument.self)
    let blocks = Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.blocks) })
    let passages = try passages(program, "--limit 100000 --context 8")
    let files = Set(passages.map(\.file))
    let encodings = Set(documents.filter { files.contains($0.path) }.map(\.encoding))
    #expect(encodings.isSuperset(of: ["UTF-8", "UTF-16LE", "GB18030"]))
    for passage in passages {
      let found = blocks[passage.file]?.contains { block in
        (block.lines[0]...block.lines[1]).contains(passage.line)
          && block.text.contains(passage.left + passage.hit + passage.right)
          && block.page == passage.page
      }
      #expect(found == true, "\(passage)")
      #expect(passage.left.unicodeScalars.count <= 8 && passage.right.unicodeScalars.count <= 8)
    }
  }

  @Test("names the page where form feeds part pages")
  func namesThePage() throws {
    let program = try Program()
    let filler = String(repeating: "\(String.prose)\n\n", count: 3)
    try program.write(
      "\(filler)第一頁談專利。\n\n\(filler)\u{C}\(filler)第二頁談算力。\n\n\u{C}\(filler)第三頁談股市。\n",
      to: "a.txt")
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.run("ingest", "--corpus", "it.lunheng", "a.txt").expectSuccess()
    try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml")
      .expectSuccess()
    let passages = try passages(program, "")
    #expect(passages.map(\.hit) == ["專利", "算力", "股市"])
    #expect(passages.map(\.page) == [1, 2, 3])
    #expect(passages.map(\.line) == [7, 21, 29])
    let people = try program.run("query", "--kwic", "--corpus", "it.lunheng")
    #expect(people.lines.first?.hasPrefix("a.txt:7 p.1 ") == true)
  }

  @Test("names for a record its line in the file of NDJSON")
  func namesTheLineOfARecord() throws {
    let program = try Program.withCorpus(
      of: #"{"id":"a","text":"沒有"}"#, #"{"id":"b","text":"第一行\n\n第二行談專利"}"#)
    let passages = try passages(program, "")
    #expect(passages.map { "\($0.file):\($0.line)" } == ["records.ndjson:2"])
  }

  @Test("--context is the number of characters on each side", arguments: [0, 1, 3, 4, 5])
  func obeysTheContext(context: Int) throws {
    let program = try Program.withCorpus(of: #"{"id":"a","text":"甲𨋢乙丙專利丁𠮷戊"}"#)
    let passages = try passages(program, "--context \(context)")
    #expect(passages.map(\.left) == [String("甲𨋢乙丙".suffix(context))])
    #expect(passages.map(\.right) == [String("丁𠮷戊".prefix(context))])
  }

  @Test("--limit gives the first passages and says that there are more")
  func obeysTheLimit() throws {
    let program = try Program.withSampleCorpus()
    let all = try passages(program, "--theme 技術交易 --limit 1000")
    #expect(try passages(program, "--theme 技術交易 --limit 5") == Array(all.prefix(5)))
    func messages(limit: Int) throws -> [String] {
      try program.run(
        "query", "--kwic", "--theme", "技術交易", "--corpus", "it.lunheng", "--limit", "\(limit)"
      ).messages
    }
    #expect(try messages(limit: 5) == ["the first 5 passages; --limit N shows more"])
    #expect(try messages(limit: all.count + 1) == [])
    let whole = try messages(limit: all.count)
    #expect(whole == [])
  }

  @Test("--status and --term choose passages")
  func choosesPassages() throws {
    let program = try Program.withSampleCorpus()
    let crossing = try passages(program, "--status crossing")
    #expect(!crossing.isEmpty)
    #expect(crossing.allSatisfy { $0.status == "crossing" })
    let term = try passages(program, "--term 輪候 --limit 1000")
    #expect(term.count > 1)
    #expect(term.allSatisfy { $0.hit == "輪候" && $0.term == "輪候" })
    let counts = try program.run(
      "query", "--term", "輪候", "--corpus", "it.lunheng", "--format", "csv"
    ).table()
    #expect(counts.map { $0["matches"] } == ["\(term.count)"])
  }

  @Test("lists hits in the order of the text, documents by date whatever came in first")
  func keepsTheOrder() throws {
    let program = try Program.withCorpus(
      of: #"{"id":"late","text":"談專利，又談專利","date":"2025-01-01"}"#,
      #"{"id":"none","text":"專利"}"#, #"{"id":"early","text":"說專利","date":"2024-01-01"}"#)
    #expect(try passages(program, "").map(\.line) == [3, 1, 1, 2])
    #expect(try passages(program, "").map(\.left) == ["說", "談", "談專利，又談", ""])
    let ofTerm = try passages(program, "--term 專利")
    #expect(ofTerm.map(\.line) == [3, 1, 1, 2])
  }
}
