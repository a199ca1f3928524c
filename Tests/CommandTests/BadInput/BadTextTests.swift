import Foundation
import Testing

@Suite("A text with faults")
struct BadTextTests {
  @Test("of few bytes is read with a warning that names the first")
  func isReadWithAWarning() throws {
    let program = try Program()
    let text = Array("\(String.prose)\n\(String.prose)\n\(String.prose)\n".utf8)
    let offset = String.prose.utf8.count + 1 + 30
    try program.write(text[..<offset] + [0xFF] + text[offset...], to: "a.txt")
    for arguments in ["read a.txt --format ndjson", "ingest --corpus it.lunheng a.txt"] {
      let result = try program.shell("\"$lunheng\" \(arguments)")
      #expect(result.status == 0)
      #expect(result.diagnostics.count == 1)
      #expect(result.errors.hasPrefix("a.txt:2:11: warning: "))
      #expect(result.errors.contains("byte \(offset);"))
      #expect(result.errors.contains("[undecodable-bytes]"))
    }
    let document = try #require(
      program.run("read", "a.txt", "--format", "ndjson").records(ReadDocument.self).first)
    #expect(document.encoding == "UTF-8")
    #expect(document.blocks.map(\.text).joined().count { $0 == "\u{FFFD}" } == 1)
  }

  @Test("of many bytes is not read, and the message names the first")
  func isNotRead() throws {
    let program = try Program()
    let text = Array("\(String.prose)\n".utf8)
    let faults = [[UInt8]](repeating: [0xFF, 0xFE, 0x80], count: 50).joined()
    try program.write(text + faults + text, to: "a.txt")
    let result = try program.run("read", "a.txt")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.diagnostics.count == 1)
    #expect(result.errors.contains("at byte \(text.count),"))
    #expect(result.errors.hasSuffix("[undecodable]\n"))
  }

  @Test("that is one line of 20 MB is refused, and the rest is read")
  func refusesAnEndlessLine() throws {
    let program = try Program()
    let line = Array("香港要發展新質生產力，".utf8)
    try program.write(
      [[UInt8]](repeating: line, count: 20_000_000 / line.count).joined(), to: "long.txt")
    try program.write(.prose, to: "a.txt")
    let result = try program.run("ingest", "--corpus", "it.lunheng", "a.txt", "long.txt")
    #expect(result.status == 1)
    #expect(result.diagnostics.count == 1)
    #expect(result.errors.hasPrefix("long.txt:1: error: "))
    #expect(result.errors.contains("[line-too-long]"))
    #expect(result.messages.last?.hasPrefix("documents: 1 (1 new") == true)
  }

  @Test("in a charset that does not exist is refused")
  func refusesAnUnknownCharset() throws {
    let program = try Program()
    try program.write(.prose, to: "a.txt")
    let result = try program.run("read", "a.txt", "--encoding", "big-five")
    #expect(result.status == 2)
    #expect(result.diagnostics.count == 1)
    #expect(result.errors.contains("\"big-five\""))
    #expect(result.errors.hasSuffix("[unknown-encoding]\n"))
  }

  @Test("of white space alone is a document without blocks")
  func takesWhiteSpace() throws {
    let program = try Program()
    try program.write(" \n\u{3000}\n\n", to: "a.txt")
    let result = try program.run("read", "a.txt", "--format", "ndjson")
    #expect(result.status == 0)
    #expect(try result.records(ReadDocument.self).map(\.blocks.count) == [0])
  }
}
