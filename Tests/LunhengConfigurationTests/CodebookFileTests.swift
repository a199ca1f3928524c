import LunhengConfiguration
import LunhengCore
import Testing

/// Codebooks of several files.
struct CodebookFileTests {
  /// Reads `a.yaml` of a folder that has these files.
  private func parse(
    _ files: [String: String], path: String = "books/a.yaml"
  ) -> Checked<CodebookFile> {
    CodebookFile.parse(Array((files[path] ?? "").utf8), path: path) { path throws(Diagnostic) in
      guard let text = files[path] else {
        throw Diagnostic(.error, code: "no-such-file", message: "there is no file \"\(path)\"")
      }
      return Array(text.utf8)
    }
  }

  private func places(_ checked: Checked<CodebookFile>) -> [String] {
    checked.diagnostics.map { "\($0.location?.path ?? "") \($0.summary)" }
  }

  // MARK: Includes

  private let other = """
    codebook: other
    exclude: [外]
    themes:
      - id: 金融
        exclude: [白金融]
        terms: [金融]
        themes:
          - {id: 國際金融, exclude: [内], terms: [國際金融], themes: [{id: 離岸, terms: [離岸]}]}
      - {id: 貿易, terms: [貿易]}
    """

  @Test func anIncludedCodebookFollowsOurOwnThemes() throws {
    let checked = parse([
      "books/a.yaml": "{codebook: a, themes: [{id: 房屋, terms: [公屋]}], include: [x/o.yaml]}",
      "books/x/o.yaml": other,
    ])
    #expect(checked.diagnostics.map(\.line) == [])
    let file = try #require(checked.value)
    #expect(file.codebook.themes.map(\.id) == ["房屋", "金融", "國際金融", "離岸", "貿易"])
    #expect(file.codebook.themes.map(\.parent) == [nil, nil, 1, 2, nil])
    #expect(file.codebook.exclusions.isEmpty)
    #expect(file.codebook.themes[1].exclusions == [.phrase("外"), .phrase("白金融")])
    #expect(file.codebook.themes[2].exclusions == [.phrase("内")])
    #expect(file.codebook.themes[4].exclusions == [.phrase("外")])
    #expect(file.files == ["books/a.yaml", "books/x/o.yaml"])
    #expect(
      file.places.themes[4] == DiagnosticLocation(path: "books/x/o.yaml", line: 9, column: 10))
    #expect(
      file.places.terms[0] == [DiagnosticLocation(path: "books/a.yaml", line: 1, column: 41)])
  }

  /// A theme that is taken out of another keeps what is excluded around it.
  @Test func themesMayBeChosen() throws {
    let checked = parse([
      "books/a.yaml": "{codebook: a, include: [{codebook: o.yaml, themes: [國際金融]}]}",
      "books/o.yaml": other,
    ])
    #expect(checked.diagnostics.map(\.line) == [])
    let themes = try #require(checked.value).codebook.themes
    #expect(themes.map(\.id) == ["國際金融", "離岸"])
    #expect(themes.map(\.parent) == [nil, 0])
    #expect(themes[0].exclusions == [.phrase("外"), .phrase("白金融"), .phrase("内")])
  }

  @Test func includesMayIncludeAndMeetAgain() throws {
    let checked = parse([
      "books/a.yaml":
        "{codebook: a, include: [b.yaml, {codebook: ../books/d.yaml, themes: [y]}]}",
      "books/b.yaml": "{codebook: b, include: [{codebook: d.yaml, themes: [x]}]}",
      "books/d.yaml": "{codebook: d, themes: [{id: x, terms: [p]}, {id: y, terms: [q]}]}",
    ])
    #expect(checked.diagnostics.map(\.line) == [])
    #expect(checked.value?.codebook.themes.map(\.id) == ["x", "y"])
    #expect(checked.value?.files == ["books/a.yaml", "books/b.yaml", "books/d.yaml"])
  }

  @Test func aCycleIsAnErrorWhereItCloses() {
    let checked = parse([
      "books/a.yaml": "{codebook: a, themes: [{id: x, terms: [p]}], include: [b.yaml]}",
      "books/b.yaml": "{codebook: b, include: [{codebook: ../books/a.yaml}]}",
    ])
    #expect(places(checked) == ["books/b.yaml 1:36 cyclic-include"])
    #expect(
      checked.diagnostics.first?.message.contains("books/a.yaml → books/b.yaml → books/a.yaml")
        == true)
    let itself = parse(["books/a.yaml": "{codebook: a, include: [a.yaml]}"])
    #expect(places(itself) == ["books/a.yaml 1:25 cyclic-include"])
  }

  @Test func aThemeThatTwoFilesHaveIsAnErrorAtTheInclude() {
    let checked = parse([
      "books/a.yaml": "{codebook: a, themes: [{id: 貿易, terms: [p]}], include: [o.yaml]}",
      "books/o.yaml": other,
    ])
    #expect(places(checked) == ["books/a.yaml 1:57 duplicate-theme"])
    #expect(
      checked.diagnostics.first?.message.contains(
        "at books/o.yaml:9:10 and first at line 1, column 29") == true)
  }

  @Test func problemsAreThoseOfTheirFile() {
    let checked = parse([
      "books/a.yaml": """
      codebook: a
      colour: red
      themes: [{id: z, terms: [金融, {lexicon: t.txt}]}]
      include: [o.yaml, none.yaml, {codebook: o.yaml, themes: [金銀, 國祭金融]}, bad.yaml]
      """,
      "books/o.yaml": other, "books/t.txt": "債券\n\n  股\u{7}票\n、\n",
      "books/bad.yaml": "{codebook: b",
    ])
    #expect(
      places(checked) == [
        "books/a.yaml 2:1 unknown-key", "books/a.yaml 4:19 unreadable-file",
        "books/a.yaml 4:58 unknown-theme", "books/a.yaml 4:62 unknown-theme",
        "books/t.txt 3:4 control-character", "books/t.txt 4:1 punctuation-term",
        "books/bad.yaml 2:1 yaml-syntax",
      ])
    #expect(
      checked.diagnostics.contains {
        $0.message == "there is no theme '國祭金融' in 'o.yaml'; did you mean '國際金融'?"
      })
    #expect(
      checked.diagnostics.contains {
        $0.message == "'none.yaml' cannot be read: there is no file \"books/none.yaml\""
      })
  }

  @Test func ourExclusionsHoldForIncludedThemes() {
    let checked = parse([
      "books/a.yaml": "{codebook: a, exclude: [貿易], include: [o.yaml]}", "books/o.yaml": other,
    ])
    #expect(places(checked) == ["books/o.yaml 9:22 contradictory-rule"])
  }

  @Test(arguments: [
    ("[]", "empty-list"), ("o.yaml", "wrong-type"), ("[[o.yaml]]", "wrong-type"),
    ("[{themes: [x]}]", "missing-key"), ("[{codebook: o.yaml, themes: []}]", "empty-list"),
    ("[{codebook: o.yaml, theme: [金融]}]", "unknown-key"), ("['']", "empty-value"),
  ])
  func anIncludeThatIsMisshapenIsRejected(_ value: String, _ code: String) {
    let checked = parse([
      "books/a.yaml": "{codebook: a, themes: [{id: z, terms: [p]}], include: \(value)}",
      "books/o.yaml": other,
    ])
    #expect(checked.value == nil)
    #expect(checked.diagnostics.map(\.code) == [code])
  }

  /// Twenty files each of which takes in the next one twice.
  @Test(.timeLimit(.minutes(1))) func includesDoNotMultiply() {
    var files: [String: String] = [:]
    for level in 0..<14 {
      let next = "f\(level + 1).yaml"
      files["f\(level).yaml"] =
        "{codebook: c\(level), include: [\(next), \(next)], themes: [{id: t\(level), terms: [p]}]}"
    }
    files["f14.yaml"] = "{codebook: c14, themes: [{id: t14, terms: [q]}]}"
    let checked = parse(files, path: "f0.yaml")
    #expect(checked.diagnostics.contains { $0.code == "duplicate-theme" })
  }

  // MARK: Lexicons

  private func terms(_ lexicons: [String: String], _ item: String) -> Checked<CodebookFile> {
    var files = lexicons
    files["books/a.yaml"] = "{codebook: a, themes: [{id: b, terms: [\(item)]}]}"
    return parse(files)
  }

  @Test func aLexiconHasATermALine() throws {
    let checked = terms(
      ["books/t.txt": "# 債\n債券\n\n public housing \t12\r\n股票"],
      "{lexicon: t.txt, weight: 0.5, exact: true, unless: [債券商], status: [aligned]}")
    #expect(checked.diagnostics.map(\.line) == [])
    let file = try #require(checked.value)
    #expect(
      file.codebook.themes[0].terms
        == ["債券", "public housing", "股票"].map {
          Term(
            CodingRule(
              .phrase($0, isExact: true), unless: [.phrase("債券商")]),
            weight: 0.5, statuses: [.aligned])
        })
    #expect(file.places.terms[0].map(\.line) == [2, 4, 5])
    #expect(file.places.terms[0].map(\.column) == [1, 2, 1])
    #expect(file.files == ["books/a.yaml", "books/t.txt"])
  }

  @Test(arguments: [
    "債券,2,債\r\n\"a, \"\"b\"\"\",,\r\n股票\r\n",
    "Term,Weight,Label\n債券,2,債\n\n\"a, \"\"b\"\"\"\n股票,,\n",
    "label,term,weight\n債,債券,2\n,\"a, \"\"b\"\"\"\n,股票\n",
  ])
  func aTableHasTermsWeightsAndLabels(_ table: String) throws {
    let checked = terms(["books/t.csv": table], "{lexicon: t.csv, weight: 0.5, label: 其他}")
    #expect(checked.diagnostics.map(\.line) == [])
    #expect(
      checked.value?.codebook.themes[0].terms == [
        Term(.phrase("債券"), weight: 2, label: "債"),
        Term(.phrase("a, \"b\""), weight: 0.5, label: "其他"),
        Term(.phrase("股票"), weight: 0.5, label: "其他"),
      ])
  }

  @Test(arguments: [
    ("債券,0", "1:4 invalid-value"), ("債券,much", "1:4 invalid-value"),
    ("債券\n股票,1,a,b", "2:8 csv-syntax"), ("債券\n\"股票", "2:1 csv-syntax"),
    ("\"債券\"x,2", "1:5 csv-syntax"), ("term,wieght\n債券,2", "1:6 unknown-column"),
    ("term,term\n債券,2", "1:6 unknown-column"), ("債券\n,2", "2:1 empty-term"),
    ("債券\n\"股\n票\"", "2:1 control-character"), ("債券\n、", "2:1 punctuation-term"),
    ("weight,term\n2", "2:1 empty-term"),
  ])
  func aTableThatIsWrongHasTheLine(_ table: String, _ summary: String) {
    let checked = terms(["books/t.csv": table], "{lexicon: t.csv}")
    #expect(checked.value == nil)
    #expect(places(checked) == ["books/t.csv \(summary)"])
  }

  @Test func alternativesMayComeFromALexicon() throws {
    let checked = parse([
      "books/a.yaml": """
      codebook: a
      exclude: [{lexicon: t.txt}]
      themes:
        - id: b
          terms:
            - {any: [{lexicon: t.txt}, 丙], weight: 2}
            - {term: 丁, unless: [{lexicon: t.txt}], not: {terms: [{lexicon: t.txt}]}}
      """, "books/t.txt": "甲甲\n乙乙\n",
    ])
    #expect(checked.diagnostics.map(\.code) == ["contradictory-rule", "contradictory-rule"])
    let fine = terms(
      ["books/t.txt": "甲甲\n乙乙\n"],
      "{any: [{lexicon: t.txt}, 丙]}, {term: 丁, unless: [{lexicon: t.txt, exact: true}]}")
    #expect(
      fine.value?.codebook.themes[0].terms == [
        Term(CodingRule(.any([.phrase("甲甲"), .phrase("乙乙"), .phrase("丙")]))),
        Term(
          CodingRule(
            .phrase("丁", isExact: false),
            unless: ["甲甲", "乙乙"].map { CodingRule(.phrase($0, isExact: true)) })),
      ])
  }

  @Test func whatALexiconRepeatsIsAWarningThere() throws {
    let checked = terms(
      ["books/t.txt": "AI\n算力\nai\n"], "{term: 算力, weight: 2}, {lexicon: t.txt}")
    #expect(
      checked.value?.codebook.themes[0].terms == [Term("算力", weight: 2), Term("AI")])
    #expect(
      places(checked) == ["books/t.txt 2:1 duplicate-word", "books/t.txt 3:1 duplicate-word"])
    #expect(
      checked.diagnostics.first?.message.contains("first at books/a.yaml:1:47") == true)
  }

  @Test func aLexiconOfNoUseIsAnErrorWhereItIsNamed() {
    #expect(places(terms([:], "{lexicon: t.txt}")) == ["books/a.yaml 1:50 unreadable-file"])
    #expect(
      places(terms(["books/t.txt": "# 無\n"], "{lexicon: t.txt}"))
        == ["books/a.yaml 1:50 empty-lexicon"])
  }

  @Test func oneFileAloneReadsNoOthers() {
    let checked = Codebook.parse("{codebook: a, include: [b.yaml]}", path: "a.yaml")
    #expect(checked.diagnostics.map(\.summary) == ["1:25 unreadable-file"])
  }
}
