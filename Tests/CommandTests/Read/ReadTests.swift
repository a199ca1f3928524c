import Foundation
import Testing

@Suite("read")
struct ReadTests {
  struct Gold: Decodable, CustomTestStringConvertible {
    struct Title: Decodable {
      var text: String
      var lines: [Int]
    }
    struct Paragraph: Decodable {
      var lines: [Int]
    }
    var file: String
    var encoding: String
    var title: Title
    var authors: [String]
    var publication: String?
    var date: String?
    var page: String?
    var headings: [[Int]]
    var citation: [Int]?
    var furniture: [Int]
    var paragraphs: [Paragraph]

    var name: String { String(file.dropFirst("op-eds/".count)) }
    var testDescription: String { name }

    static let all = Samples.names.map { name in
      let file = Samples.gold.appending(path: name.replacing(".txt", with: ".json"))
      return try! JSONDecoder().decode(Gold.self, from: Data(contentsOf: file))
    }
  }

  private struct Original: Decodable {
    struct Block: Decodable {
      var role: String
      var text: String
    }
    var blocks: [Block]
  }

  /// What the program makes of the op-eds, all read at once.
  private static let result: (result: ProgramResult, documents: [String: ReadDocument]) = try! {
    let program = try Program()
    try program.copy(Samples.opEds, to: "op-eds")
    let result = try program.run("read", "op-eds", "--format", "ndjson")
    let documents = try result.records(ReadDocument.self)
    return (result, Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0) }))
  }()

  /// The names of charsets in the gold, which are Python's, and ours.
  private static let encodings = [
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16LE", "big5hkscs": "Big5-HKSCS",
    "gb18030": "GB18030",
  ]

  @Test("understands each sample op-ed as its gold does", arguments: Gold.all)
  func agreesWithTheGold(gold: Gold) throws {
    let document = try #require(Self.result.documents[gold.file])
    #expect(document.encoding == Self.encodings[gold.encoding])
    #expect(document.title == gold.title.text)
    #expect(document.authors == gold.authors)
    #expect(document.publication == gold.publication)
    #expect(document.date == gold.date)
    #expect(document.page == gold.page)
    #expect(document.lines("title") == [gold.title.lines])
    #expect(document.lines("heading") == gold.headings)
    #expect(document.lines("paragraph") == gold.paragraphs.map(\.lines))
    #expect(document.lines("citation") == (gold.citation.map { [$0] } ?? []))
    #expect(document.lines("furniture") == gold.furniture.map { [$0, $0] })
  }

  @Test("prints an object a file, in the order of names, and nothing else")
  func printsAnObjectAFile() {
    #expect(Self.result.result.status == 0)
    #expect(Self.result.result.errors == "")
    #expect(Self.result.documents.keys.sorted() == Samples.names.map { "op-eds/\($0)" })
    #expect(Self.result.result.lines.count == Samples.names.count)
  }

  @Test("gives the text as it was before it was torn and encoded", arguments: Gold.all)
  func restoresTheText(gold: Gold) throws {
    let original = try JSONDecoder().decode(
      Original.self,
      from: Data(
        contentsOf: Samples.originals.appending(
          path: gold.name.replacing(".txt", with: ".json"))))
    let document = try #require(Self.result.documents[gold.file])
    // Where a line ends between Latin words or digits, a space cannot be told from none.
    func spaceless(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(
      document.blocks.filter { $0.role == "paragraph" }.map { spaceless($0.text) }
        == original.blocks.filter { $0.role == "paragraph" }.map { spaceless($0.text) })
  }

  @Test("says where each field of the metadata was read")
  func givesEvidence() throws {
    let program = try Program()
    let text = "樓價不是民生的全部\n何 小 明\n\n\(String.prose)\n\n（刊載於《信報》2023 年 12 月 18 日 B7 版）\n"
    try program.write(text, to: "a.txt")
    let document = try #require(
      program.run("read", "a.txt", "--format", "ndjson").records(ReadDocument.self).first)
    #expect(document.authors == ["何小明"])
    #expect(document.date == "2023-12-18")
    let evidence = document.evidence
    #expect(evidence.authors.map { $0?.text } == ["何 小 明"])
    #expect(evidence.authors.map { $0?.line } == [2])
    let date = try #require(evidence.date)
    #expect(date.text == "2023 年 12 月 18 日")
    #expect(date.line == 6)
    let bytes = Array(text.utf8)
    #expect(
      String(decoding: bytes[date.byte...].prefix(date.text.utf8.count), as: UTF8.self)
        == date.text)
    #expect(evidence.page?.text == "B7")
  }

  @Test("leaves out a field that is not there")
  func guessesNothing() throws {
    let program = try Program()
    try program.write("\(String.prose)\n\n\(String.prose)\n", to: "a.txt")
    let document = try #require(
      program.run("read", "a.txt", "--format", "ndjson").records(ReadDocument.self).first)
    #expect(document.title == nil)
    #expect(document.authors == [])
    #expect(document.publication == nil)
    #expect(document.date == nil)
    #expect(document.page == nil)
    #expect(document.lines("paragraph") == [[1, 1], [3, 3]])
  }

  @Test("reads a charset that is forced")
  func obeysTheEncoding() throws {
    let program = try Program()
    // 香港 in Big5, too short to tell the charset by.
    try program.write([0xAD, 0xBB, 0xB4, 0xE4], to: "a.txt")
    let document = try #require(
      program.run("read", "a.txt", "--encoding", "big5-hkscs", "--format", "ndjson")
        .records(ReadDocument.self).first)
    #expect(document.encoding == "Big5-HKSCS")
    #expect(document.blocks.map(\.text) == ["香港"])
  }

  @Test("takes folders and patterns, in the order of names, each file once")
  func findsFiles() throws {
    let program = try Program()
    for name in ["b/2.txt", "b/1.txt", "a.txt", "b/.hidden.txt", "b/c/3.md"] {
      try program.write(.prose, to: name)
    }
    let result = try program.run("read", "b", "*.txt", "b/1.txt", "./b", "--format", "ndjson")
    #expect(
      try result.records(ReadDocument.self).map(\.path)
        == ["a.txt", "b/1.txt", "b/2.txt", "b/c/3.md"])
  }

  @Test("shows people the roles and lines of blocks")
  func listsBlocks() throws {
    let program = try Program()
    try program.copy(Samples.opEds.appending(path: "2025-10-16-five-clusters.txt"), to: "a.txt")
    let result = try program.run("read", "a.txt")
    #expect(result.lines.first == "# a.txt (UTF-8)")
    #expect(result.lines.contains("[title, lines 2–4]"))
    #expect(result.lines.contains("[paragraph, lines 12–20]"))
    #expect(result.lines.contains("title: 北都五業並舉，貴在各得其所  ← line 2: 北都五業並舉，貴在各得其所"))
  }
}
