import Testing

@Suite("evaluate segmentation, given what it cannot use,")
struct EvaluateBadInputTests {
  @Test(
    "gives one message, with its place and a code, and exit status 2",
    arguments: [
      (":", "bad.seg: error: ", "no-such-file"),
      ("mkdir bad.seg", "bad.seg: error: ", "is-folder"),
      ("mkfifo bad.seg", "bad.seg: error: ", "special-file"),
      (": > bad.seg", "bad.seg: error: ", "empty-file"),
      ("printf '\\n  \\n\\r\\n' > bad.seg", "bad.seg: error: ", "no-words"),
      ("printf '\\357\\273\\277' > bad.seg", "bad.seg: error: ", "no-words"),
      ("printf '香港 人\\n發展 \\377 要\\n' > bad.seg", "bad.seg:2:4: error: ", "invalid-utf8"),
      ("printf '\\357\\273\\277香\\345' > bad.seg", "bad.seg:1:2: error: ", "invalid-utf8"),
      ("printf '\\255\\273\\264\\344' > bad.seg", "bad.seg:1:1: error: ", "invalid-utf8"),
    ])
  func isReported(make: String, place: String, code: String) throws {
    let program = try Program()
    try program.write("香港 人\n", to: "good.seg")
    try program.shell(make).expectSuccess()
    for arguments in ["bad.seg", "good.seg --known good.seg --known bad.seg"] {
      let result = try program.shell("\"$lunheng\" evaluate segmentation \(arguments)")
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.messages.count == 1, "\(result.errors)")
      #expect(result.errors.hasPrefix(place), "\(result.errors)")
      #expect(result.errors.hasSuffix(" [\(code)]\n"), "\(result.errors)")
    }
  }

  @Test("names a lexicon that is missing")
  func namesALexicon() throws {
    let program = try Program()
    try program.write("香港 人\n", to: "good.seg")
    let result = try program.run(
      "evaluate", "segmentation", "good.seg", "--lexicon", "missing.txt")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("missing.txt: error: "))
    #expect(result.errors.hasSuffix("[no-such-file]\n"))
  }

  @Test(
    "is wrong usage where the options are wrong",
    arguments: [
      ("segmentation", "<gold>"), ("nonsense", "'nonsense'"),
      ("segmentation gold.seg --mode magic", "'magic'"),
      ("segmentation gold.seg --format xml", "'xml'"),
      ("segmentation gold.seg --threads 0", "--threads"),
      ("segmentation gold.seg --errors -- -1", "--errors"),
      ("segmentation gold.seg --errors=-1", "--errors"),
      ("segmentation gold.seg --errors 9223372036854775807", "--errors"),
    ])
  func isWrongUsage(arguments: String, message: String) throws {
    let result = try Program().shell("\"$lunheng\" evaluate \(arguments)")
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.messages.first?.contains(message) == true, "\(result.errors)")
  }
}
