import LunhengConfiguration
import LunhengCore
import Testing

/// What can go wrong before a file is a codebook or a pipeline.
struct YAMLProblemTests {
  private func diagnostics(_ text: String) -> [Diagnostic] {
    let checked = Codebook.parse(text, path: "books/a.yaml")
    #expect(checked.value == nil, "the codebook was accepted")
    return checked.diagnostics
  }

  @Test(arguments: ["", " \n\n", "# only a comment\n", "---\n", "~", "null\n"])
  func aFileWithoutContentIsEmpty(_ text: String) {
    #expect(diagnostics(text).map(\.summary) == ["1:1 empty-file"])
  }

  @Test func anErrorOfSyntaxHasItsPlace() {
    let text: MarkedText = """
      codebook: a
      themes:
        - id: b
          terms: [c, d
      other1️⃣: e
      """
    let diagnostics = diagnostics(text.text)
    #expect(diagnostics.map(\.summary) == [text.expect(1, "yaml-syntax")])
    #expect(diagnostics.first?.line.hasPrefix("books/a.yaml:5:6: error: not valid YAML: ") == true)
  }

  @Test func aTabThatIndentsIsNamed() {
    let text: MarkedText = "codebook: a\nthemes:\n1️⃣\t- id: b\n"
    let diagnostics = diagnostics(text.text)
    #expect(diagnostics.map(\.summary) == [text.expect(1, "yaml-syntax")])
    #expect(diagnostics.first?.message.contains("a tab cannot indent") == true)
  }

  @Test func aFullWidthColonIsNamed() {
    let text: MarkedText = "codebook：a\nthemes1️⃣:\n  - {id: b, terms: [c]}\n"
    let diagnostics = diagnostics(text.text)
    #expect(diagnostics.map(\.summary) == [text.expect(1, "yaml-syntax")])
    #expect(
      diagnostics.first?.message.contains("write ': ' in place of '：' after a key (line 1)") == true
    )
  }

  @Test func anUnknownAliasIsAnErrorOfSyntax() {
    let text: MarkedText = "codebook: a\nthemes: 1️⃣*themes\n"
    #expect(diagnostics(text.text).map(\.summary) == [text.expect(1, "yaml-syntax")])
  }

  @Test func aSecondDocumentIsAnError() {
    let text: MarkedText = """
      codebook: a
      themes: [{id: b, terms: [c]}]
      ---
      1️⃣codebook: d
      """
    #expect(diagnostics(text.text).map(\.summary) == [text.expect(1, "several-documents")])
  }

  @Test func duplicateKeysAreReportedWithAllElse() {
    let text: MarkedText = """
      codebook: a
      1️⃣codebook: b
      themes:
        - id: 算力
          terms: [算力]
          2️⃣"terms": [運算力]
          3️⃣terms: [超算中心]
          4️⃣colour: red
        - {id: 中試, terms: [5️⃣、], 6️⃣id: 中間試驗, 7️⃣size: 2}
      """
    let diagnostics = diagnostics(text.text)
    #expect(
      diagnostics.map(\.summary) == [
        text.expect(1, "duplicate-key"), text.expect(2, "duplicate-key"),
        text.expect(3, "duplicate-key"), text.expect(4, "unknown-key"),
        text.expect(5, "punctuation-term"), text.expect(6, "duplicate-key"),
        text.expect(7, "unknown-key"),
      ])
    #expect(
      diagnostics.first?.message
        == "the key 'codebook' occurs more than once, first at line 1, column 1; keep one of them")
    #expect(
      diagnostics.dropFirst(2).first?.message.contains(
        "'terms' occurs more than once, first at line 5") == true)
  }

  /// The parser cannot be led past such a key; then it is the only thing reported.
  @Test func aDuplicateKeyInOtherWritingHasAPlaceToo() {
    let text: MarkedText = """
      codebook: a
      themes:
        - 1️⃣"\\x69d": 算力
          id: 中試
      """
    #expect(diagnostics(text.text).map(\.summary) == [text.expect(1, "duplicate-key")])
  }

  @Test func aDuplicateKeyBeforeAnErrorOfSyntaxIsNotLost() {
    let text: MarkedText = """
      codebook: a
      themes:
        - {1️⃣id: b, id: c, terms: [d]}
        - {id: e, terms: [f}2️⃣
      """
    #expect(diagnostics(text.text).map(\.code) == ["duplicate-key", "yaml-syntax"])
    #expect(diagnostics(text.text).first?.summary == text.expect(1, "duplicate-key"))
  }

  @Test func hundredsOfDuplicateKeysEndInDiagnostics() {
    let text = "codebook: a\n" + String(repeating: "name: b\n", count: 300)
    #expect(diagnostics(text).contains { $0.code == "duplicate-key" })
  }

  @Test(
    arguments: [
      ([0xA4, 0xA4], 0), ([0xE7, 0xAE], 0), ([0xE7, 0xAE, 0x97, 0xFF], 1), ([0xC0, 0x80], 0),
      ([0xED, 0xA0, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func aByteThatIsNotUTF8HasItsLine(_ bytes: [UInt8], _ validCharacters: Int) {
    let file = Array("codebook: a\nname: 集群 ".utf8) + bytes + Array("\nthemes: []\n".utf8)
    let checked = Codebook.parse(file, path: "a.yaml")
    #expect(checked.diagnostics.map(\.summary) == ["2:\(10 + validCharacters) invalid-utf8"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func placesCountLineEndsOfAllSystems(_ end: String) {
    #expect(
      diagnostics("codebook: a\(end)\(end)名\u{7}").map(\.summary) == ["3:2 control-character"])
  }

  @Test(arguments: ["\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{9F}"])
  func aControlCharacterHasItsPlace(_ control: String) {
    let text: MarkedText = "codebook: a\nname: 集群1️⃣"
    #expect(
      diagnostics(text.text + control + "\nthemes: []\n").map(\.summary)
        == [text.expect(1, "control-character")])
  }

  /// Ten levels of ten aliases each would be ten thousand million nodes if they were followed.
  @Test(.timeLimit(.minutes(1))) func aliasesDoNotMultiply() {
    var text = "codebook: a\na0: &a0 [b]\n"
    for level in 1...10 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    text += "themes: *a10\n"
    #expect(diagnostics(text).map(\.code) == ["too-many-aliases"])
  }

  /// The parser compares keys, and so would follow every alias in them.
  @Test(.timeLimit(.minutes(1))) func aliasesDoNotMultiplyInKeys() {
    var text = "codebook: a\na0: &a0 [b]\n"
    for level in 1...30 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    text += "? *a30\n: c\n"
    #expect(diagnostics(text).map(\.code) == ["too-many-aliases"])
  }

  @Test func deepNestingIsRejectedNotCrashedOn() {
    let text = "codebook: " + String(repeating: "[", count: 100_000)
    #expect(diagnostics(text).map(\.code) == ["yaml-syntax"])
  }
}
