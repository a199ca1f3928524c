import Testing

@Suite("Text that would steer a terminal")
struct HostileTextTests {
  static let commands = [
    "read 'a\u{1B}[31m\n.txt'", "documents list --corpus it.lunheng",
    "documents show e\u{1B}[2J --corpus it.lunheng", "query --kwic --corpus it.lunheng",
    "query --by document --corpus it.lunheng", "query --by author --corpus it.lunheng",
    "coverage --corpus it.lunheng", "coverage --format markdown --corpus it.lunheng",
    "coverage --by author --corpus it.lunheng", "summarize --corpus it.lunheng",
    "keywords --by-document --corpus it.lunheng", "read 'missing\u{1B}[31m\n.txt'",
    "query --theme 'x\u{1B}[31m' --corpus it.lunheng",
  ]

  @Test("is shown and not sent, be it in names, in metadata or in a text", arguments: commands)
  func isDefused(command: String) throws {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.write("香港的專利很多，\u{1B}]0;x\u{7}要支持發展。\n", to: "a\u{1B}[31m\n.txt")
    let hostile = #"e\u001b[2J"#
    try program.write(
      #"{"id":"\#(hostile)","text":"專利\#(hostile)算力","title":"\#(hostile)","#
        + #""authors":["\#(hostile)"],"publication":"\#(hostile)"}"#, to: "records.ndjson")
    try program.shell("\"$lunheng\" ingest --corpus it.lunheng a* records.ndjson").expectSuccess()
    try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml")
      .expectSuccess()

    let result = try program.shell("\"$lunheng\" \(command)")
    #expect(!(result.output + result.errors).contains("\u{1B}"))
    #expect(!(result.output + result.errors).contains("\u{7}"))
    #expect((result.output + result.errors).contains("␛"))
    #expect(result.status == 0 ? result.messages.count == 0 : result.messages.count == 1)
  }
}
