import Foundation
import Testing

@Suite("ingest")
struct IngestTests {
  @Test("takes every op-ed of a folder in, named by its path")
  func takesAFolder() throws {
    let program = try Program()
    try program.copy(Samples.opEds, to: "op-eds")
    let result = try program.run("ingest", "--corpus", "it.lunheng", "op-eds")
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(
      result.messages
        == ["documents: 28 (28 new, 0 unchanged, 0 replaced), inputs that failed: 0"])
    let documents = try program.run(
      "documents", "list", "--corpus", "it.lunheng", "--format", "ndjson"
    ).records(ListedDocument.self)
    #expect(documents.map(\.key).sorted() == Samples.names.map { "op-eds/\($0)" })
    let sums = try program.shell("sha256sum op-eds/*.txt").lines.map { String($0.prefix(64)) }
    #expect(Set(documents.map(\.sha256)) == Set(sums))
  }

  @Test("leaves one file behind, which is all of the corpus")
  func leavesOneFile() throws {
    let program = try Program()
    try program.write(.prose, to: "a.txt")
    try program.run("ingest", "--corpus", "it.lunheng", "a.txt").expectSuccess()
    #expect(try program.files(in: "").keys.sorted() == ["a.txt", "it.lunheng"])
    try FileManager.default.moveItem(at: program.file("it.lunheng"), to: program.file("its"))
    let list = try program.run("documents", "--corpus", "its", "--format", "csv").table()
    #expect(list.map { $0["key"] } == ["a.txt"])
  }

  @Test("of the same again changes nothing")
  func changesNothingTheSecondTime() throws {
    let program = try Program.withSampleCorpus()
    let before = try program.everything()
    let result = try program.run("ingest", "--corpus", "it.lunheng", "op-eds", "./op-eds/*.txt")
    #expect(result.status == 0)
    #expect(
      result.messages
        == ["documents: 28 (0 new, 28 unchanged, 0 replaced), inputs that failed: 0"])
    #expect(try program.everything() == before)
  }

  @Test("gives the same corpus whatever the order and the number of threads")
  func doesNotDependOnTheOrder() throws {
    let program = try Program()
    try program.copy(Samples.opEds, to: "op-eds")
    try program.copy(Samples.codebook, to: "codebook.yaml")
    let files = Samples.names.prefix(8).map { "op-eds/\($0)" }
    func corpus(_ runs: [[String]], threads: Int) throws -> [String] {
      try? FileManager.default.removeItem(at: program.file("it.lunheng"))
      for run in runs {
        try program.shell(
          "\"$lunheng\" ingest --corpus it.lunheng --threads \(threads) "
            + run.joined(separator: " ")
        ).expectSuccess()
      }
      try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml")
        .expectSuccess()
      return try program.everything()
    }
    let inOne = try corpus([files], threads: 1)
    #expect(inOne.count > 8)
    #expect(try corpus([files.reversed()], threads: 4) == inOne)
    #expect(try corpus([Array(files[4...]), Array(files[..<4])], threads: 2) == inOne)
  }

  @Test("replaces a document that has changed, with its hits, and no other")
  func replacesAChangedFile() throws {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.write("\(String.prose)本地專利。\n", to: "a.txt")
    try program.write("\(String.prose)本地算力。\n", to: "b.txt")
    func refresh() throws -> ProgramResult {
      let result = try program.run("ingest", "--corpus", "it.lunheng", "a.txt", "b.txt")
      try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml")
        .expectSuccess()
      return result
    }
    func hits() throws -> [String] {
      try program.run("query", "--kwic", "--corpus", "it.lunheng", "--format", "csv").table()
        .map { "\($0["file"]!) \($0["hit"]!)" }
    }
    _ = try refresh()
    #expect(try hits() == ["a.txt 專利", "b.txt 算力"])
    try program.write("\(String.prose)本地中試基地。\n", to: "a.txt")
    #expect(try refresh().errors.contains("(0 new, 1 unchanged, 1 replaced)"))
    #expect(try hits() == ["a.txt 中試基地", "b.txt 算力"])
  }

  @Test("by several programs at once into one corpus takes in what each of them has")
  func sharesTheCorpus() throws {
    let program = try Program()
    for writer in 1...3 {
      let lines = (0..<300).map { #"{"id":"\#(writer)-\#($0)","text":"談專利和房屋政策。"}"# }
      try program.write(lines.joined(separator: "\n"), to: "\(writer).ndjson")
    }
    let result = try program.shell(
      """
      for n in 1 2 3; do
        ("$lunheng" ingest --corpus it.lunheng $n.ndjson || echo "failed: $?" >&2) &
      done
      wait
      """)
    #expect(
      result.messages
        == [String](
          repeating: "documents: 300 (300 new, 0 unchanged, 0 replaced), inputs that failed: 0",
          count: 3))
    let list = try program.run("documents", "--corpus", "it.lunheng", "--format", "csv").table()
    #expect(Set(list.map { $0["key"] }).count == 900)
  }

  @Test("uses the corpus that LUNHENG_CORPUS names, unless --corpus names another")
  func obeysTheEnvironment() throws {
    let program = try Program()
    try program.write(.prose, to: "a.txt")
    let environment = ["LUNHENG_CORPUS": "env.lunheng"]
    try program.run("ingest", "a.txt", environment: environment).expectSuccess()
    #expect(FileManager.default.fileExists(atPath: program.file("env.lunheng").path))
    let list = try program.run("documents", "--format", "csv", environment: environment)
    #expect(try list.table().map { $0["key"] } == ["a.txt"])
    let other = try program.run(
      "documents", "--corpus", "other.lunheng", environment: environment)
    #expect(other.status == 2)
    #expect(other.errors.contains("other.lunheng"))
    #expect(try program.run("documents", environment: ["LUNHENG_CORPUS": ""]).status == 64)
  }

  @Test("does not take in the corpus that lies in the folder it reads")
  func leavesTheCorpusOut() throws {
    let program = try Program()
    try program.write(.prose, to: "a.txt")
    try program.run("ingest", "--corpus", "it.lunheng", "a.txt").expectSuccess()
    let result = try program.run("ingest", "--corpus", "it.lunheng", ".")
    #expect(result.status == 0)
    #expect(result.diagnostics == [])
    #expect(result.errors.contains("(0 new, 1 unchanged, 0 replaced)"))
  }
}

extension Program {
  /// All that a user sees of the corpus `it.lunheng`, in lines.
  func everything() throws -> [String] {
    let commands = [
      ["documents", "list", "--format", "ndjson"], ["coverage", "--format", "csv"],
      ["query", "--format", "csv"],
      ["query", "--kwic", "--limit", "100000", "--format", "ndjson"],
      ["documents", "fingerprint"],
    ]
    return try commands.flatMap { command in
      let result = try shell(
        "\"$lunheng\" \(command.joined(separator: " ")) --corpus it.lunheng")
      try result.expectSuccess()
      return result.lines
    }
  }
}
