import Foundation
import Testing

@Suite("A corpus that is none")
struct BadCorpusTests {
  static let readers = [
    "documents", "documents show a", "query", "query --kwic --term 甲", "coverage", "summarize",
    "keywords", "annotate --codebook codebook.yaml",
  ]

  /// Expects that `arguments` with the corpus `name` do nothing and say why.
  private func expect(
    _ program: Program, _ arguments: String, corpus name: String, _ code: String
  ) throws {
    let result = try program.shell("\"$lunheng\" \(arguments) --corpus '\(name)'")
    #expect(result.status == 2, "\(arguments)")
    #expect(result.output == "")
    #expect(result.messages.count == 1, "\(result.errors)")
    let path = program.file(name).path
    #expect(result.errors.hasPrefix("\(path): error: "), "\(result.errors)")
    #expect(result.errors.hasSuffix("[\(code)]\n"), "\(result.errors)")
  }

  @Test("because it is missing is reported, and none is made", arguments: readers)
  func missing(arguments: String) throws {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try expect(program, arguments, corpus: "missing.lunheng", "corpus-missing")
    #expect(try program.files(in: "").keys.sorted() == ["codebook.yaml"])
  }

  @Test(
    "because it is another file is reported, and the file left as it is",
    arguments: readers + ["ingest a.txt"])
  func anotherFile(arguments: String) throws {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.write(.prose, to: "a.txt")
    for (name, content) in [
      ("short.txt", "會議紀錄：下週一再談。\n"), ("long.txt", String(repeating: .prose, count: 40)),
    ] {
      try program.write(content, to: name)
      try expect(program, arguments, corpus: name, "corpus-not-a-corpus")
      #expect(try String(contentsOf: program.file(name), encoding: .utf8) == content)
    }
    try program.shell("mkdir folder").expectSuccess()
    try expect(program, arguments, corpus: "folder", "corpus-not-a-corpus")
    let names = try program.files(in: "").keys.sorted()
    #expect(names == ["a.txt", "codebook.yaml", "long.txt", "short.txt"])
  }

  @Test("because it cannot be made is reported")
  func cannotBeMade() throws {
    let program = try Program()
    try program.write(.prose, to: "a.txt")
    try expect(program, "ingest a.txt", corpus: "a.txt/it.lunheng", "corpus-write-failed")
    try expect(program, "ingest a.txt", corpus: "nowhere/it.lunheng", "corpus-write-failed")
  }

  @Test("with themes yet is reported by what needs them", arguments: ["query", "coverage"])
  func hasNoThemes(arguments: String) throws {
    let program = try Program()
    try program.write(.prose, to: "a.txt")
    try program.run("ingest", "--corpus", "it.lunheng", "a.txt").expectSuccess()
    try expect(program, arguments, corpus: "it.lunheng", "no-codebook")
  }
}
