import Foundation
import Testing

@Suite("Standard streams")
struct StreamTests {
  static let commands = [
    "read op-eds --format ndjson", "documents --corpus it.lunheng --format ndjson",
    "query --kwic --term 的 --limit 100000 --format ndjson --corpus it.lunheng",
    "coverage --format html --corpus it.lunheng", "segment lines.txt",
    "annotate --codebook codebook.yaml --input records.ndjson",
    "keywords --input records.ndjson", "summarize --format ndjson --corpus it.lunheng",
  ]

  private func prepared() throws -> Program {
    let program = try Program.withSampleCorpus()
    // More than a pipe holds.
    try program.write(String(repeating: "香港要發展。\n", count: 5000), to: "lines.txt")
    let text = String(repeating: "談專利和股市。", count: 20)
    let records = (0..<300).map { #"{"id":"\#($0)","text":"\#(text)"}"# }
    try program.write(records.joined(separator: "\n"), to: "records.ndjson")
    return program
  }

  @Test("end quietly where nobody reads on", arguments: commands)
  func endQuietly(command: String) throws {
    let result = try prepared().shell(
      "{ \"$lunheng\" \(command); echo \"status $?\" >&2; } | head -n 1")
    #expect(result.lines.count == 1)
    // 141 is SIGPIPE; 0, where the pipe held it all.
    #expect(["status 141\n", "status 0\n"].contains(result.errors), "\(result.errors)")
  }

  @Test("carry data on the one and messages on the other", arguments: commands)
  func areKeptApart(command: String) throws {
    let result = try prepared().shell("\"$lunheng\" \(command)")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test(
    "that are full give one message and exit status 2",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func failCleanly() throws {
    let result = try prepared().shell("\"$lunheng\" documents --corpus it.lunheng > /dev/full")
    #expect(result.status == 2)
    #expect(result.messages.count == 1)
  }

  @Test("may be pipes, of which input is read as it comes")
  func readPipes() throws {
    let program = try Program()
    let result = try program.shell(
      "(echo 香港; sleep 0.2; echo 發展) | \"$lunheng\" segment | cat")
    #expect(result.lines == ["香港", "發展"])
    try program.copy(Samples.codebook, to: "codebook.yaml")
    let record = #"{"id":"a","text":"專利"}"#
    let tagged = try program.shell(
      "mkfifo pipe; (echo '\(record)' > pipe &) ; \"$lunheng\" annotate --codebook codebook.yaml"
        + " --input pipe")
    #expect(try tagged.records(Annotation.self).map(\.matches.count) == [1])
  }
}
