import Foundation
import Testing

@Suite("A configuration with faults")
struct BadConfigurationTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    /// The start of each message, and its code.
    var messages: [[String]]
    var testDescription: String { messages.map { $0.joined() }.joined(separator: ", ") }
  }

  static let codebooks = [
    Case(
      text: "codebook: x\nthemes:\n  - {id: a, terms: [甲]}\n  - {id: a, terms: [乙]}\n",
      messages: [["c.yaml:4:10: error: ", "[duplicate-theme]"]]),
    Case(
      text: "codebook: x\nthemes:\n  - id: a\n    termz: [甲]\n",
      messages: [["c.yaml:4:5: error: ", "[unknown-key]"]]),
    Case(
      text: "codebook: x\nthemes:\n  - id: a\n    terms:\n      - 甲\n      - \"\"\n",
      messages: [["c.yaml:6:9: error: ", "[empty-term]"]]),
    Case(
      text: "codebook: x\nthemes:\n  - {id: a, terms: [甲, '，']}\n",
      messages: [["c.yaml:3:24: error: ", "[punctuation-term]"]]),
    Case(
      text: "codebook: x\nthemes:\n  - id: a\n    terms: [甲\n  - id: b\n",
      messages: [["c.yaml:5:", "[yaml-syntax]"]]),
    Case(
      text: "codebook：x\nthemes: []\n", messages: [["c.yaml:", "[yaml-syntax]"]]),
    Case(text: "", messages: [["c.yaml: error: ", "[empty-file]"]]),
    Case(text: "codebook: x\n", messages: [["c.yaml:1:1: error: ", "[missing-key]"]]),
    Case(
      text: "codebook: x\nthemes:\n  - {id: a, terms: [甲], colour: red}\n"
        + "  - {id: a, terms: ['']}\n",
      messages: [
        ["c.yaml:3:25: error: ", "[unknown-key]"], ["c.yaml:4:10: error: ", "[duplicate-theme]"],
        ["c.yaml:4:21: error: ", "[empty-term]"],
      ]),
  ]

  /// Expects that `result` did nothing and said why.
  private func expect(_ result: ProgramResult, _ messages: [[String]]) {
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.count == messages.count, "\(result.errors)")
    for (message, expected) in zip(result.messages, messages) {
      #expect(message.hasPrefix(expected[0]), "\(message)")
      #expect(message.hasSuffix(" " + expected[1]), "\(message)")
    }
  }

  @Test("in a codebook is reported with its place, and nothing is done", arguments: codebooks)
  func codebookIsRefused(bad: Case) throws {
    let program = try Program()
    try program.write(bad.text, to: "c.yaml")
    try program.write(#"{"id":"a","text":"甲乙"}"#, to: "in.ndjson")
    expect(
      try program.run("annotate", "--codebook", "c.yaml", "--input", "in.ndjson"), bad.messages)
    expect(try program.run("segment", "--codebook", "c.yaml", "in.ndjson"), bad.messages)

    try program.write(
      "pipeline: p\ncorpus: out/it.lunheng\ningest: {paths: [in.ndjson]}\n"
        + "themes: {codebook: c.yaml}\n", to: "p.yaml")
    expect(try program.run("run", "p.yaml"), bad.messages)
    #expect(try program.files(in: "").keys.sorted() == ["c.yaml", "in.ndjson", "p.yaml"])
  }

  @Test("in UTF-8 is reported with its place")
  func invalidBytesAreRefused() throws {
    let program = try Program()
    try program.write(
      Array("codebook: x\nthemes:\n  - id: a\n    terms: [".utf8) + [0xFF] + Array("]\n".utf8),
      to: "c.yaml")
    expect(
      try program.run("annotate", "--codebook", "c.yaml"),
      [["c.yaml:4:13: error: ", "[invalid-utf8]"]])
  }

  static let pipelines = [
    Case(
      text: "pipeline: p\ncorpus: it.lunheng\ningest:\n  paths: [a.txt]\n  encodng: auto\n",
      messages: [["p.yaml:5:3: error: ", "[unknown-key]"]]),
    Case(
      text: "pipeline: p\ningest: {paths: [a.txt]}\n",
      messages: [["p.yaml:1:1: error: ", "[missing-key]"]]),
    Case(
      text: "pipeline: p\ncorpus: it.lunheng\ningest: {paths: [a.txt]}\nkeywords: {top: none}\n",
      messages: [["p.yaml:4:17: error: ", "[invalid-value]"]]),
    Case(
      text: "pipeline: p\ncorpus: it.lunheng\ningest: {paths: [a.txt]}\n"
        + "coverage: [{by: month, measure: matches, output: a.csv}]\n",
      messages: [["p.yaml:4:", "[missing-key]"]]),
  ]

  @Test("in a pipeline is reported with its place, and nothing is done", arguments: pipelines)
  func pipelineIsRefused(bad: Case) throws {
    let program = try Program()
    try program.write(bad.text, to: "p.yaml")
    try program.write(.prose, to: "a.txt")
    expect(try program.run("run", "p.yaml"), bad.messages)
    #expect(try program.files(in: "").keys.sorted() == ["a.txt", "p.yaml"])
  }

  @Test("that is only doubtful gives a warning, and the work is done")
  func warnsAndGoesOn() throws {
    let program = try Program()
    try program.write(
      "codebook: x\nthemes:\n  - {id: a, terms: [甲乙]}\n  - {id: b, terms: [' 甲乙']}\n",
      to: "c.yaml")
    let result = try program.run(
      "annotate", "--codebook", "c.yaml", input: #"{"id":"a","text":"甲乙"}"#.utf8)
    #expect(result.status == 0)
    #expect(result.messages.count == 1)
    #expect(result.errors.hasPrefix("c.yaml:4:21: warning: "))
    #expect(result.errors.hasSuffix("[padded-term]\n"))
    #expect(try result.records(Annotation.self).flatMap(\.matches).map(\.theme) == ["a", "b"])
  }
}
