import Foundation
import Testing

@Suite("segment")
struct SegmentTests {
  private func segment(
    _ input: some Sequence<UInt8>, _ arguments: String..., patience: Double = 120
  ) throws -> ProgramResult {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.write("新質生產力\n", to: "lexicon.txt")
    try program.write(input, to: "in.txt")
    return try program.run("segment", "in.txt", patience: patience)
  }

  private func segment(_ text: String, _ options: String = "") throws -> String {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.write("新質生產力\n", to: "lexicon.txt")
    try program.write(text, to: "in.txt")
    let result = try program.shell("\"$lunheng\" segment \(options) < in.txt")
    #expect(result.status == 0)
    #expect(result.errors == "")
    return result.output
  }

  @Test(
    "writes a line for each line, words apart by one space and no other space",
    arguments: [
      ("香港要發展。\n", "香港 要 發展 。\n"),
      ("", ""),
      ("\n", "\n"),
      ("\n\n香港\n\n", "\n\n香港\n\n"),
      ("香港", "香港\n"),
      ("香港\r\n發展\r\n", "香港\n發展\n"),
      ("  香港　 發\u{A0}展\t\n", "香港 發 展\n"),
      (" \u{3000}\n", "\n"),
      ("在 2023 年用 AI 晶片，增 3.5%\n", "在 2023 年 用 AI 晶片 ， 增 3.5%\n"),
      ("𨋢，\n", "𨋢 ，\n"),
    ])
  func keepsTheContract(input: String, output: String) throws {
    #expect(try segment(input) == output)
  }

  @Test("gives each word its part of speech")
  func givesPartsOfSpeech() throws {
    #expect(
      try segment("香港政府要發展。\n\n", "--pos")
        == "香港/PROPN 政府/NOUN 要/AUX 發展/VERB 。/PUNCT\n\n")
    #expect(try segment("香港\n", "--pos --mode icu") == "香港/PROPN\n")
    #expect(
      try segment("香港\n", "--pos --format ndjson")
        == #"{"tokens":[{"text":"香港","start":0,"end":2,"kind":"word","pos":"PROPN"}]}"# + "\n")
  }

  @Test(
    "refuses a model that is damaged, of another version, or no model",
    arguments: [0, 8, 24, 5_000])
  func refusesADamagedModel(byte: Int) throws {
    let program = try Program()
    try program.write("香港 要 發展 。\n", to: "gold.seg")
    try program.run("train", "segmenter", "gold.seg", "--output", "own.model").expectSuccess()
    let model = program.folder.appending(path: "own.model")
    var bytes = try Data(contentsOf: model)
    bytes[byte] ^= 0xFF
    try bytes.write(to: model)
    let result = try program.shell("echo 香港 | \"$lunheng\" segment --model own.model")
    #expect(result.status == 2)
    #expect(result.output == "")
    let code = byte == 0 ? "not-a-model" : byte == 8 ? "model-version" : "damaged-model"
    #expect(result.errors.contains("own.model") && result.errors.contains("[\(code)]"))
  }

  @Test("segments with a model of one's own, which cannot tag if it has not learnt to")
  func segmentsWithAModelOfOnesOwn() throws {
    let program = try Program()
    try program.write("香港 要 發展 。\n我們 要 發展 香港 。\n", to: "gold.seg")
    try program.run("train", "segmenter", "gold.seg", "--output", "own.model").expectSuccess()
    let words = try program.shell("echo 香港要發展。 | \"$lunheng\" segment --model own.model")
    #expect(words.output == "香港 要 發展 。\n")
    let tagged = try program.shell("echo 香港 | \"$lunheng\" segment --pos --model own.model")
    #expect(tagged.status == 2)
    #expect(tagged.errors.contains("own.model"))
  }

  @Test("drops no character and adds none, line by line, in all of the sample op-eds")
  func keepsEveryCharacter() throws {
    let texts = try Samples.names.compactMap { name in
      String(
        bytes: try Data(contentsOf: Samples.opEds.appending(path: name)), encoding: .utf8)
    }
    #expect(texts.count > 20)
    let lines = texts.joined().replacing("\u{FEFF}", with: "").unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let output = try segment(lines.joined(separator: "\n") + "\n")
    let segmented = output.unicodeScalars.dropLast()
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    #expect(segmented.count == lines.count)
    for (line, words) in zip(lines, segmented) {
      let kept = words.unicodeScalars.filter { $0 != " " }
      #expect(kept.elementsEqual(line.unicodeScalars.filter { !$0.properties.isWhitespace }))
      #expect(!words.contains("  ") && words.first != " " && words.last != " ")
    }
  }

  @Test("lets words of a lexicon win")
  func obeysTheLexicon() throws {
    let text = "發展新質生產力\n"
    #expect(try segment(text).contains("新質生產力") == false)
    #expect(try segment(text, "--lexicon lexicon.txt") == "發展 新質生產力\n")
  }

  @Test("lets terms of a codebook win, the longest first")
  func obeysTheCodebook() throws {
    let text = "國際算力產業集群的智算中心和國際算力\n"
    #expect(
      try segment(text, "--codebook codebook.yaml")
        == "國際算力產業集群 的 智算中心 和 國際算力\n")
  }

  @Test("has a mode that is plain ICU")
  func hasModes() throws {
    #expect(try segment("香港要發展\n", "--mode icu") == "香港 要 發展\n")
  }

  @Test("takes a line of 10 MB")
  func takesALongLine() throws {
    let line = Array("香港要發展新質生產力，".utf8)
    let count = 10_000_000 / line.count
    let result = try segment([[UInt8]](repeating: line, count: count).joined())
    #expect(result.status == 0)
    #expect(result.bytes.count { $0 == 0x0A } == 1)
    #expect(result.bytes.count { $0 != 0x0A && $0 != 0x20 } == line.count * count)
  }

  @Test("takes a million empty lines")
  func takesManyEmptyLines() throws {
    let lines = [UInt8](repeating: 0x0A, count: 1_000_000)
    let result = try segment(lines)
    #expect(result.status == 0)
    #expect(Array(result.bytes) == lines)
  }

  private struct Line: Decodable, Equatable {
    struct Token: Decodable, Equatable {
      var text: String
      var start: Int
      var end: Int
      var kind: String
    }
    var tokens: [Token]
  }

  @Test("describes tokens as NDJSON, whose offsets lead back to the line")
  func describesTokens() throws {
    let lines = ["香港 2023 年用 AI 晶片，增 3.5%", "", "搭𨋢，見 \u{3000}\"x\"", "發展新質生產力"]
    let program = try Program()
    try program.write("新質生產力\n", to: "lexicon.txt")
    try program.write(lines.joined(separator: "\r\n") + "\r\n", to: "in.txt")
    let options = ["segment", "in.txt", "--lexicon", "lexicon.txt"]
    let words = try program.run(options[0], options[1], options[2], options[3])
    let result = try program.run(
      options[0], options[1], options[2], options[3], "--format", "ndjson")
    #expect(result.status == 0)
    let records = try result.records(Line.self)
    #expect(records.map { $0.tokens.map(\.text).joined(separator: " ") } == words.lines)
    for (line, record) in zip(lines, records) {
      let scalars = Array(line.unicodeScalars)
      for token in record.tokens {
        let text = String(String.UnicodeScalarView(scalars[token.start..<token.end]))
        #expect(text == token.text)
      }
    }
    #expect(
      records[0].tokens.first == Line.Token(text: "香港", start: 0, end: 2, kind: "word"))
    #expect(Set(records[0].tokens.map(\.kind)) == ["word", "number", "symbol"])
  }

  @Test("names the formats that it has")
  func refusesOtherFormats() throws {
    let result = try Program().run("segment", "--format", "csv")
    #expect(result.status == 64)
    #expect(result.errors.contains("words") && result.errors.contains("ndjson"))
  }

  @Test("reports invalid UTF-8 with its place and goes on")
  func reportsInvalidBytes() throws {
    let result = try segment(Array("香".utf8) + [0xFF, 0x0A] + Array("發展\n".utf8))
    #expect(result.status == 0)
    #expect(result.lines == ["香 \u{FFFD}", "發展"])
    #expect(result.diagnostics.count == 1)
    #expect(result.errors.hasPrefix("in.txt:1:2: warning: "))
    #expect(result.errors.contains("at byte 3;"))
    #expect(result.errors.hasSuffix("[undecodable-bytes]\n"))
  }

  @Test("finds an invalid byte wherever it stands in its line", arguments: [3, 5, 8, 40])
  func findsInvalidBytes(count: Int) throws {
    let text = String(repeating: "港", count: count)
    let result = try segment(Array(text.utf8) + [0xFF] + Array("人人\n".utf8), patience: 60)
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("in.txt:1:\(count + 1): warning: "))
    #expect(result.errors.contains("at byte \(count * 3);"))
  }

  @Test("leaves out a byte-order mark")
  func dropsTheByteOrderMark() throws {
    let output = try segment("\u{FEFF}香港\n")
    #expect(output.unicodeScalars.elementsEqual("香港\n".unicodeScalars))
  }

  @Test("gives the same on one thread and on four")
  func doesNotDependOnThreads() throws {
    let lines = (0..<2000).map { "第\($0)行：香港要發展新質生產力。\n" }.joined()
    let one = try segment(lines, "--threads 1")
    #expect(try one == segment(lines, "--threads 4"))
    #expect(one.utf8.count { $0 == 0x0A } == 2000)
  }
}
