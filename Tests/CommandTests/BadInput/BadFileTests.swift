import Foundation
import Testing

@Suite("A file that cannot be read")
struct BadFileTests {
  /// Something that is no text, made by a line of the shell, and the code of the message about it.
  struct Case: CustomTestStringConvertible {
    var name: String
    var make: String
    var code: String
    var testDescription: String { "\(name) [\(code)]" }
  }

  static let cases = [
    Case(name: "empty.txt", make: ": > empty.txt", code: "empty-file"),
    Case(name: "scan.pdf", make: "printf '%%PDF-1.7\\n1 0 obj' > scan.pdf", code: "binary-file"),
    Case(name: "nul.txt", make: "printf 'name\\0of\\0\\0\\001it' > nul.txt", code: "binary-file"),
    Case(name: "op-ed.docx", make: "printf 'PK\\003\\004..' > op-ed.docx", code: "binary-file"),
    Case(name: "folder", make: "mkdir folder", code: "no-such-file"),
    Case(name: "missing.txt", make: ":", code: "no-such-file"),
    Case(name: "nothing*.txt", make: ":", code: "no-such-file"),
    Case(name: "pipe", make: "mkfifo pipe", code: "special-file"),
    Case(
      name: "garbage.txt",
      make: "printf '香港%.0s' 1 2 3 4 5 6 7 8 9 > garbage.txt;"
        + " printf '\\377\\376\\200%.0s' 1 2 3 4 5 6 7 8 9 >> garbage.txt",
      code: "undecodable"),
  ]

  @Test(
    "gives one message, with a code, and exit status 2 where there is no other", arguments: cases)
  func isReported(bad: Case) throws {
    let program = try Program()
    try program.shell(bad.make).expectSuccess()
    for arguments in ["read", "ingest --corpus it.lunheng"] {
      let result = try program.shell("\"$lunheng\" \(arguments) '\(bad.name)'")
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.diagnostics.count == 1, "\(result.errors)")
      let message = result.diagnostics.first ?? ""
      #expect(message.hasPrefix("\(bad.name): error: "), "\(message)")
      #expect(message.hasSuffix(" [\(bad.code)]"), "\(message)")
    }
  }

  @Test("does not keep the others from being read", arguments: cases)
  func doesNotStopTheRest(bad: Case) throws {
    let program = try Program()
    try program.shell(bad.make).expectSuccess()
    try program.write(.prose, to: "a.txt")
    try program.write(.prose, to: "z.txt")
    let read = try program.run("read", "a.txt", bad.name, "z.txt", "--format", "ndjson")
    #expect(read.status == 1)
    #expect(try read.records(ReadDocument.self).map(\.path) == ["a.txt", "z.txt"])
    #expect(read.diagnostics.count == 1)
    let ingest = try program.run("ingest", "--corpus", "it.lunheng", "a.txt", bad.name, "z.txt")
    #expect(ingest.status == 1)
    #expect(ingest.diagnostics == read.diagnostics)
    #expect(
      ingest.messages.last
        == "documents: 2 (2 new, 0 unchanged, 0 replaced), inputs that failed: 1")
  }

  @Test(
    "is reported wherever a file is named",
    arguments: [
      "annotate --codebook codebook.yaml --input", "annotate --codebook", "keywords --input",
      "keywords --input - --lexicon", "segment --lexicon", "segment --codebook", "run",
    ])
  func isReportedEverywhere(arguments: String) throws {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    for bad in Self.cases where ["scan.pdf", "folder", "missing.txt"].contains(bad.name) {
      try program.shell(bad.make).expectSuccess()
      let result = try program.shell("\"$lunheng\" \(arguments) '\(bad.name)' < /dev/null")
      // Lines of records and words are told one by one from what is none.
      if bad.name != "scan.pdf" { #expect(result.status == 2) }
      #expect(result.output == "")
      #expect(result.diagnostics.first?.hasPrefix(bad.name) == true, "\(result.errors)")
    }
  }

  @Test("that is a folder is called so by the filters", arguments: ["segment", "keywords --input"])
  func isCalledAFolder(arguments: String) throws {
    let program = try Program()
    try program.shell("mkdir folder").expectSuccess()
    let result = try program.shell("\"$lunheng\" \(arguments) folder")
    #expect(result.status == 2)
    #expect(result.errors.hasSuffix("[is-folder]\n"))
  }

  @Test("because of its permissions says so", .enabled(if: getuid() != 0))
  func saysWhyItIsForbidden() throws {
    let program = try Program()
    try program.write(.prose, to: "secret.txt")
    try program.shell("chmod 000 secret.txt").expectSuccess()
    let result = try program.run("read", "secret.txt")
    #expect(result.status == 2)
    #expect(result.errors.contains("permission denied"))
    #expect(result.errors.hasSuffix("[unreadable-file]\n"))
  }
}
