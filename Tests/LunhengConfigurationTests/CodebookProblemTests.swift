import LunhengConfiguration
import LunhengCore
import Testing

struct CodebookProblemTests {
  private func summaries(_ text: MarkedText) -> [String] {
    let checked = Codebook.parse(text.text, path: "a.yaml")
    #expect(checked.value == nil, "the codebook was accepted")
    return checked.diagnostics.map(\.summary)
  }

  private func message(_ text: String) -> String? {
    Codebook.parse(text, path: "a.yaml").diagnostics.first?.message
  }

  @Test func reportsAllProblemsInTheOrderOfTheFile() {
    let text: MarkedText = """
      codebook: 1️⃣Industry Clusters
      overlap: 2️⃣codebok
      3️⃣version: 2
      themes:
        - id: 國際金融
          terms:
            - 金融中心
            - {term: 金融科技, 4️⃣wieght: 2}
            - 5️⃣金融中心
            - 6️⃣""
            - {term: 債券, weight: 7️⃣0}
        - 8️⃣name: 中間試驗
          terms: 9️⃣中試
      """
    #expect(
      summaries(text) == [
        text.expect(1, "invalid-value"), text.expect(2, "invalid-value"),
        text.expect(3, "unknown-key"), text.expect(4, "unknown-key"),
        text.expect(5, "duplicate-term"), text.expect(6, "empty-term"),
        text.expect(7, "invalid-value"), text.expect(8, "missing-key"),
        text.expect(9, "wrong-type"),
      ])
  }

  @Test func aRepeatedThemeNamesTheFirst() throws {
    let text: MarkedText = """
      codebook: a
      themes:
        - id: 1️⃣算力
          terms: [算力]
        - id: 2️⃣算力
          terms: [超級電腦]
      """
    let diagnostic = try #require(
      Codebook.parse(text.text, path: "a.yaml").diagnostics.first)
    #expect(diagnostic.summary == text.expect(2, "duplicate-theme"))
    #expect(text.place(1) == "3:9")
    #expect(diagnostic.message.contains("'算力'"))
    #expect(diagnostic.message.contains("line 3, column 9"))
  }

  /// Matching folds width and case, so that these are one term.
  @Test(arguments: [("AI晶片", "ai晶片"), ("AI晶片", "ＡＩ晶片"), ("六", "\u{F9D1}")])
  func termsThatFoldToTheSameAreDuplicates(_ first: String, _ second: String) throws {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: [\(first), \(second)]}]}", path: "a.yaml")
    #expect(checked.diagnostics.map(\.code) == ["duplicate-term"])
  }

  @Test(arguments: [("面", "麵"), ("斗爭", "鬥爭"), ("發", "髮")])
  func wordsThatOnlyFoldAlikeAreNoDuplicates(_ first: String, _ second: String) {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: [\(first), \(second)]}]}", path: "a.yaml")
    #expect(checked.diagnostics.isEmpty)
  }

  @Test(arguments: ["公屋，居屋", "公屋、居屋、劏房", "公屋；居屋"])
  func aListWithChineseMarksIsOneTermWithAWarning(_ term: String) {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: [\(term)]}]}", path: "a.yaml")
    #expect(checked.value?.themes[0].terms == [Term(term)])
    #expect(checked.diagnostics.map(\.code) == ["list-in-term"])
  }

  @Test func aTermMayBeOfTwoThemes() throws {
    let text = """
      codebook: a
      themes:
        - id: 技術交易
          terms: [專利]
        - id: 創業服務
          terms: [初創, {term: 專利, weight: 2}]
      """
    let checked = Codebook.parse(text, path: "a.yaml")
    #expect(checked.value?.themes[1].terms == [Term("初創"), Term("專利", weight: 2)])
    #expect(checked.diagnostics.isEmpty)
  }

  @Test func spacesAroundATermAreIgnoredWithAWarning() {
    let text: MarkedText = "{codebook: a, themes: [{id: b, terms: [1️⃣' 算力　']}]}"
    let checked = Codebook.parse(text.text, path: "a.yaml")
    #expect(checked.value?.themes[0].terms == [Term("算力")])
    #expect(checked.diagnostics.map(\.summary) == [text.expect(1, "padded-term")])
  }

  @Test(arguments: [
    ("''", "empty-term"), ("'　 '", "empty-term"), ("'、'", "punctuation-term"),
    ("「」", "punctuation-term"), ("'—— …'", "punctuation-term"), ("'+'", "punctuation-term"),
    (#""算\u200B力""#, "control-character"), (#""算\n力""#, "control-character"),
    ("[算力]", "wrong-type"), ("{weight: 2}", "rule-kind"), ("{term: [算力]}", "wrong-type"),
    ("{term: ''}", "empty-term"), ("{term: 算力, weight: }", "empty-value"),
  ])
  func aTermThatCannotMatchIsAnError(_ term: String, _ code: String) {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: [中試, \(term)]}]}", path: "a.yaml")
    #expect(checked.value == nil)
    #expect(checked.diagnostics.map(\.code) == [code])
  }

  @Test(arguments: ["C++", "3D", "$", "℃", "🤖", "ㄅ", "5%"])
  func aTermNeedsNoHanCharacters(_ term: String) {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: ['\(term)']}]}", path: "a.yaml")
    #expect(checked.value?.themes[0].terms == [Term(term)])
  }

  @Test(arguments: ["0", "-1", "nan", ".nan", "inf", ".inf", "1e999", "two", "1,5", "２"])
  func aWeightIsAFiniteNumberAboveZero(_ weight: String) {
    let text: MarkedText = "{codebook: a, themes: [{id: b, terms: [{term: c, weight: 1️⃣"
    let checked = Codebook.parse(text.text + "\"\(weight)\"}]}]}", path: "a.yaml")
    #expect(checked.diagnostics.map(\.summary) == [text.expect(1, "invalid-value")])
  }

  @Test(arguments: [
    ("themes: []", "empty-list"), ("themes:", "empty-list"), ("themes: 算力", "wrong-type"),
    ("themes: 'null'", "wrong-type"), ("themes: {id: b, terms: [c]}", "wrong-type"),
    ("themes: [算力]", "wrong-type"),
    ("themes: [{id: b, terms: []}]", "empty-list"), ("themes: [{id: b}]", "missing-key"),
    ("themes: [{id: '', terms: [c]}]", "empty-value"),
    ("themes: [{id: [b], terms: [c]}]", "wrong-type"),
    ("themes: [{id: b, definition: [d], terms: [c]}]", "wrong-type"),
    ("themes: [{id: b, name: [d], terms: [c]}]", "wrong-type"),
    ("themes: [{id: b, name: {}, terms: [c]}]", "empty-value"),
    ("themes: [{id: b, name: {zh_Hant: d}, terms: [c]}]", "invalid-value"),
    ("themes: [{id: b, name: {en: }, terms: [c]}]", "empty-value"),
    ("themes: [{id: b, name: {chinese: d}, terms: [c]}]", "invalid-value"),
    ("themes: [{id: b, ? [d] : e, terms: [c]}]", "wrong-type"),
    ("themes: !include themes.yaml", "unsupported-tag"),
    ("overlap: all", "missing-key"),
  ])
  func aCodebookThatIsIncompleteOrMisshapenIsRejected(_ rest: String, _ code: String) {
    let checked = Codebook.parse("codebook: a\n\(rest)\n", path: "a.yaml")
    #expect(checked.value == nil)
    #expect(checked.diagnostics.first?.code == code)
  }

  @Test(arguments: ["Clusters", "產業", "a_b", "a b", "a/b"])
  func anIdIsFitForFileNames(_ id: String) {
    let checked = Codebook.parse(
      "codebook: \(id)\nthemes: [{id: b, terms: [c]}]\n", path: "a.yaml")
    #expect(checked.diagnostics.map(\.summary) == ["1:11 invalid-value"])
  }

  @Test func messagesNameTheRemedy() {
    #expect(
      message("codebook: a\nthemes: [{id: b, tems: [c], terms: [d]}]")
        == "unknown key 'tems' in a theme; did you mean 'terms'?")
    #expect(
      message("codebook: a\nthemes: [{id: b, color: red, terms: [d]}]")
        == "unknown key 'color' in a theme; write one of 'id', 'name', 'definition', "
        + "'notes', 'exact', 'exclude', 'terms', 'examples', 'themes'")
    #expect(
      message("codebook: a\noverlap: none\nthemes: [{id: b, terms: [d]}]")
        == "'none' is not a value for 'overlap'; write one of 'codebook', 'theme', 'all'")
    #expect(
      message("codebook：a")
        == "found the text 'codebook：a'; write keys and values, as in 'key: value', "
        + "with ': ' in place of '：'"
    )
  }
}
