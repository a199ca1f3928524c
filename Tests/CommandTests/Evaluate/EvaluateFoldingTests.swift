import Testing

@Suite("evaluate folding")
struct EvaluateFoldingTests {
  private func evaluate(_ contrasts: String, _ options: String = "") throws -> ProgramResult {
    let program = try Program()
    try program.write(contrasts, to: "c.tsv")
    return try program.shell("\"$lunheng\" evaluate folding c.tsv \(options)")
  }

  @Test("counts what is right of each kind")
  func counts() throws {
    let result = try evaluate(
      "term\ttext\texpected\twhy\n# spelling\n骨灰龕\t公眾骨灰龕\thit\tas written\n\n公屋\t私樓\tnone\n")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.lines == ["hit   1 of 1 right", "none  1 of 1 right"])
  }

  @Test("lists every line that is wrong, with its place, and ends with 1")
  func listsErrors() throws {
    let contrasts = "公屋\t公屋\thit\n公屋\t公屋\tnone\twhy not\n公屋\t私樓\thit\n"
    let result = try evaluate(contrasts)
    #expect(result.status == 1)
    #expect(
      result.lines == [
        "hit   1 of 2 right", "none  0 of 1 right",
        "c.tsv:2: expected none, found hit: 公屋 | 公屋 (why not)",
        "c.tsv:3: expected hit, found none: 公屋 | 私樓",
      ])
    let json = try evaluate(contrasts, "--format json")
    #expect(json.status == 1)
    #expect(try json.json(Figures.self).errors.map(\.line) == [2, 3])
    #expect(try json.json(Figures.self).hit.right == 1)
  }

  private struct Figures: Decodable {
    struct Kind: Decodable {
      var right: Int
    }
    struct Wrong: Decodable {
      var line: Int
    }
    var hit: Kind
    var errors: [Wrong]
  }

  @Test("reports lines that are no contrasts, and a file without any")
  func reportsBadLines() throws {
    let result = try evaluate("公屋\t公屋\thit\n公屋\t公屋\n公屋\t公屋\tmaybe\n")
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.diagnostics.count == 2)
    #expect(result.errors.hasPrefix("c.tsv:2: error: "))
    #expect(result.errors.hasSuffix(" [bad-contrast]\n"))
    let none = try evaluate("# nothing\n")
    #expect(none.status == 2)
    #expect(none.errors.hasSuffix("[no-contrasts]\n"))
  }
}
