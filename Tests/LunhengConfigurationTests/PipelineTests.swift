import LunhengConfiguration
import LunhengCore
import Testing

struct PipelineTests {
  private let smallest = "pipeline: a\ncorpus: a.lunheng\ningest: {paths: [texts]}\n"

  private func parse(_ text: String) -> Checked<PipelineConfiguration> {
    PipelineConfiguration.parse(text, path: "a.yaml")
  }

  @Test func readsEverySection() {
    let checked = parse(
      """
      pipeline: clusters
      corpus: output/corpus.lunheng
      ingest:
        paths: [../Corpus, "*.txt"]
        encoding: Big5-HKSCS
      segment:
        lexicons: [words.txt]
      keywords:
        method: textrank
        top: 25
      themes:
        codebook: codebooks/clusters.yaml
      coverage:
        - {by: document, output: output/a.html}
        - {by: month, measure: document-share, output: output/b.CSV}
      """)
    #expect(checked.diagnostics.isEmpty)
    #expect(
      checked.value
        == PipelineConfiguration(
          id: "clusters", corpus: "output/corpus.lunheng",
          ingest: .init(paths: ["../Corpus", "*.txt"], encoding: "Big5-HKSCS"),
          segment: .init(lexicons: ["words.txt"]),
          keywords: .init(method: .textrank, top: 25),
          themes: .init(codebook: "codebooks/clusters.yaml"),
          coverage: [
            .init(grouping: .document, output: "output/a.html", format: .html),
            .init(
              grouping: .month, measure: .documentShare, output: "output/b.CSV", format: .csv),
          ]))
  }

  @Test func whatIsLeftOutIsNotDone() throws {
    let configuration = try #require(parse(smallest).value)
    #expect(configuration.ingest.encoding == nil)
    #expect(configuration.segment.lexicons.isEmpty)
    #expect(configuration.keywords == nil)
    #expect(configuration.themes == nil)
    #expect(configuration.coverage.isEmpty)
  }

  @Test func aSectionWithNothingInItHasItsDefaults() throws {
    let configuration = try #require(
      parse(smallest + "segment:\nkeywords:\ncoverage:\n").value)
    #expect(configuration.keywords == .init(method: .combined, top: 10))
    #expect(configuration.coverage.isEmpty)
  }

  @Test func theEncodingAutoIsToDetect() {
    let checked = parse("pipeline: a\ncorpus: b\ningest: {paths: [c], encoding: auto}\n")
    #expect(checked.value?.ingest == .init(paths: ["c"], encoding: nil))
  }

  @Test(
    arguments: [
      ("a.csv", .csv), ("a.JSON", .json), ("a/b.c/d.md", .markdown), ("a.b.html", .html),
      ("a.txt", .text), ("a.xls", nil), ("csv", nil), ("a.csv/b", nil), ("a.", nil), ("", nil),
    ] as [(String, PipelineConfiguration.Coverage.Format?)])
  func theFormatIsThatOfTheExtension(
    _ path: String, _ format: PipelineConfiguration.Coverage.Format?
  ) {
    #expect(PipelineConfiguration.Coverage.Format(path: path) == format)
  }

  @Test func reportsAllProblemsInTheOrderOfTheFile() {
    let text: MarkedText = """
      1️⃣pipelin: clusters
      corpus: 2️⃣[a]
      ingest:
        3️⃣paths: []
        encoding: 4️⃣大五 碼
      keywords:
        method: 5️⃣tf-idf
        top: 6️⃣many
      themes: {codebook: b.yaml}
      coverage:
        - {by: 7️⃣day, measure: 8️⃣hits, output: 9️⃣table.xls}
      """
    #expect(
      parse(text.text).diagnostics.map(\.summary) == [
        text.expect(1, "unknown-key"), text.expect(2, "wrong-type"), text.expect(3, "empty-list"),
        text.expect(4, "invalid-value"), text.expect(5, "invalid-value"),
        text.expect(6, "invalid-value"), text.expect(7, "invalid-value"),
        text.expect(8, "invalid-value"), text.expect(9, "invalid-value"),
      ])
  }

  @Test(arguments: [
    ("pipeline: a\ncorpus: b\n", "1:1 missing-key"),
    ("pipeline: a\ncorpus: b\ningest:\n", "3:1 missing-key"),
    ("pipeline: a\ncorpus: b\ningest: texts\n", "3:9 wrong-type"),
    ("pipeline: a\ncorpus: b\ningest: {paths: texts}\n", "3:17 wrong-type"),
    ("pipeline: a\ncorpus: b\ningest: {paths: [c, '']}\n", "3:21 empty-value"),
    ("pipeline: a\ncorpus: b\ningest: {paths: [{c: d}]}\n", "3:18 wrong-type"),
    ("pipeline: a\ncorpus:\ningest: {paths: [c]}\n", "2:1 empty-value"),
    ("corpus: b\ningest: {paths: [c]}\n", "1:1 missing-key"),
    ("- pipeline: a\n", "1:1 wrong-type"),
  ])
  func whatIsRequiredHasToBeThere(_ text: String, _ summary: String) {
    #expect(parse(text).value == nil)
    #expect(parse(text).diagnostics.map(\.summary) == [summary])
  }

  @Test(arguments: ["0", "-3", "2.5", "ten", "99999999999999999999"])
  func topIsAWholeNumberAboveZero(_ top: String) {
    let checked = parse(smallest + "keywords: {top: \(top)}\n")
    #expect(checked.diagnostics.map(\.summary) == ["4:17 invalid-value"])
  }

  @Test func coverageNeedsACodebook() {
    let text: MarkedText = """
      pipeline: a
      corpus: b
      ingest: {paths: [c]}
      1️⃣coverage: [{by: month, output: d.csv}]
      """
    #expect(parse(text.text).diagnostics.map(\.summary) == [text.expect(1, "missing-key")])
  }

  @Test func outputsDoNotOverwriteOneAnother() {
    let text: MarkedText = """
      pipeline: a
      corpus: output/a.csv
      ingest: {paths: [c]}
      themes: {codebook: d}
      coverage:
        - {by: month, output: 1️⃣./output//a.csv}
        - {by: month, output: b.csv}
        - {by: author, output: 2️⃣b.csv}
      """
    let diagnostics = parse(text.text).diagnostics
    #expect(
      diagnostics.map(\.summary)
        == [text.expect(1, "duplicate-output"), text.expect(2, "duplicate-output")])
    #expect(diagnostics.dropFirst().first?.message.contains("line 7, column 25") == true)
  }

  @Test func misspeltValuesAreSuggested() {
    let diagnostics = parse(smallest + "keywords: {method: tf-idf}\n").diagnostics
    #expect(
      diagnostics.map(\.message) == [
        "'tf-idf' is not a value for 'method'; did you mean 'tfidf'?"
      ])
  }
}
