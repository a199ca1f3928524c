import Testing

@Suite("evaluate themes")
struct EvaluateThemesTests {
  private static let codebook = """
    codebook: test
    themes:
      - id: 房屋
        name: {en: Housing}
        terms: [公屋, 居屋]
      - id: 運輸
        terms: [鐵路, 巴士]

    """

  private static let documents = """
    {"id":"1","label":"房屋","date":"2012-01-02","text":"公屋和居屋都不足，公屋尤其如此。"}
    {"id":"2","label":"Housing","date":"2012-05-02","text":"巴士和鐵路經過公屋，鐵路較快。"}
    {"id":"3","label":"運輸","date":"2013-01-02","text":"鐵路和巴士。鐵路快，巴士慢。"}
    {"id":"4","label":"引言","date":"2013-01-02","text":"各位好。"}
    {"id":"5","label":"天文","text":"星光燦爛。"}

    """

  private func evaluate(
    _ options: String = "", documents: String = documents
  ) throws -> ProgramResult {
    let program = try Program()
    try program.write(Self.codebook, to: "c.yaml")
    try program.write(documents, to: "d.ndjson")
    return try program.shell(
      "\"$lunheng\" evaluate themes d.ndjson --codebook c.yaml \(options)")
  }

  @Test("prints figures, then each label, then what was taken for what")
  func printsFigures() throws {
    let result = try evaluate()
    #expect(result.status == 0)
    #expect(
      result.lines.prefix(5) == [
        "documents             5", "accuracy              0.4000  [0.1176, 0.7693] 95%",
        "answered              0.6000", "accuracy of answered  0.6667",
        "macro F1              0.3333",
      ])
    #expect(result.lines.contains { $0.contains(/^房屋 +2 +1\.000 +0\.500 +0\.667$/) })
    #expect(result.lines.contains { $0.contains(/^運輸 +1 +0\.500 +1\.000 +0\.667$/) })
    #expect(result.lines.contains { $0.contains(/^Housing +運輸 +1$/) })
    #expect(result.lines.contains { $0.contains(/^天文 +（無主題） +1$/) })
    #expect(!result.output.contains("2012"))
  }

  @Test("warns once of each label that no theme has, and not of one that should have none")
  func warnsOfUnknownLabels() throws {
    let twice = Self.documents + #"{"id":"6","label":"天文","text":"月。"}"#
    let result = try evaluate("--abstain 引言 結語", documents: twice)
    #expect(result.status == 0)
    #expect(result.diagnostics.count == 1)
    #expect(result.errors.contains("\"天文\""))
    #expect(result.errors.hasSuffix("[unknown-label]\n"))
    #expect(result.lines[1].hasPrefix("accuracy              0.5000"))
    #expect(try evaluate("--abstain 引言 天文").errors == "")
  }

  @Test("has all of it in JSON, with years and wrong documents if they are asked for")
  func hasJSON() throws {
    let figures = try evaluate("--by year --errors 1 --abstain 引言 天文 --format json")
      .json(ThemeFigures.self)
    #expect(figures.documents == 5)
    #expect(figures.accuracy == 0.8)
    #expect(figures.years?.map(\.year) == [2012, 2013, nil])
    #expect(figures.years?.map(\.correct) == [1, 2, 1])
    #expect(figures.labels.map(\.label) == ["房屋", "運輸", nil])
    let error = try #require(figures.errors?.first)
    #expect(figures.errors?.count == 1)
    #expect(error.id == "2")
    #expect(error.line == 2)
    #expect(error.given == "運輸")
    #expect(error.found.map(\.theme) == ["運輸", "房屋"])
    #expect(error.found[0].hits.map(\.text) == ["鐵路", "巴士"])
    #expect(error.found[0].hits.map(\.count) == [2, 1])
    #expect(error.found[0].score > error.found[1].score)
    let plain = try evaluate("--format json").json(ThemeFigures.self)
    #expect(plain.errors == nil)
    #expect(plain.years == nil)
  }

  @Test("shows the hits that decided")
  func showsErrors() throws {
    let result = try evaluate("--errors 9")
    #expect(result.lines.contains("2: 2: Housing → 運輸"))
    #expect(result.lines.contains { $0.hasPrefix("  運輸 ") && $0.hasSuffix(" (鐵路×2、巴士)") })
    #expect(result.lines.contains("5: 5: 天文 → –"))
  }

  @Test("reports documents without a label, and a field that nobody has")
  func reportsMissingLabels() throws {
    let result = try evaluate(
      documents: Self.documents + "{\"id\":\"6\",\"text\":\"公屋\"}\n{\"id\":\"7\",\"text\":\"公屋\"}\n"
    )
    #expect(result.status == 1)
    #expect(result.lines[0] == "documents             5")
    #expect(result.errors.contains("d.ndjson:6: error: 2 of the documents"))
    let none = try evaluate("--label bureau")
    #expect(none.status == 2)
    #expect(none.output == "")
    #expect(none.errors.hasSuffix("[no-labels]\n"))
    #expect(try evaluate("--label id").status == 0)
  }

  @Test("gives the same on one thread and on four")
  func doesNotDependOnThreads() throws {
    let many = (0..<300).map {
      "{\"id\":\"\($0)\",\"label\":\"\($0 % 2 == 0 ? "房屋" : "運輸")\",\"text\":\""
        + (($0 % 3 == 0) ? "公屋和居屋" : "鐵路和巴士") + "\"}\n"
    }.joined()
    let one = try evaluate("--errors 50 --threads 1", documents: many)
    #expect(one.status == 0)
    #expect(try evaluate("--errors 50 --threads 4", documents: many).bytes == one.bytes)
  }
}

/// What `evaluate themes --format json` prints.
private struct ThemeFigures: Decodable {
  struct Label: Decodable {
    var label: String?
  }
  struct Year: Decodable {
    var year: Int?
    var correct: Int
  }
  struct Hit: Decodable {
    var text: String
    var count: Int
  }
  struct Found: Decodable {
    var theme: String
    var score: Double
    var hits: [Hit]
  }
  struct Wrong: Decodable {
    var id: String
    var line: Int
    var given: String?
    var found: [Found]
  }

  var documents: Int
  var accuracy: Double
  var labels: [Label]
  var years: [Year]?
  var errors: [Wrong]?
}
