import Testing

@Suite("themes test")
struct ThemesTestTests {
  private func test(_ codebook: String) throws -> ProgramResult {
    let program = try Program()
    try program.write(codebook, to: "c.yaml")
    return try program.run("themes", "test", "c.yaml")
  }

  @Test("says that a codebook has no examples")
  func needsExamples() throws {
    let result = try test("codebook: c\nthemes:\n  - id: 房屋\n    terms: [公屋]\n")
    #expect(result.status == 0)
    #expect(result.lines == ["examples: 0, right: 0, wrong: 0"])
    #expect(result.errors.hasPrefix("c.yaml: warning: "))
    #expect(result.errors.hasSuffix("[no-examples]\n"))
  }

  private static let codebook = """
    codebook: c
    themes:
      - id: 房屋
        terms: [公屋]
        examples:
          positive: [公屋不足, {text: 公屋、公屋與鐵路, leading: true}]
          negative: [鐵路延誤]
      - id: 運輸
        terms: [鐵路]

    """

  @Test("passes where all come out as expected")
  func passes() throws {
    let result = try test(Self.codebook)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.lines == ["examples: 3, right: 3, wrong: 0"])
  }

  @Test("shows what was found instead, and ends with 1")
  func fails() throws {
    let result = try test(Self.codebook.replacing("、公屋與鐵路", with: "、鐵路與鐵路"))
    #expect(result.status == 1)
    #expect(result.errors == "")
    #expect(
      result.lines == [
        "房屋: leading: 「公屋、鐵路與鐵路」", "  found 運輸 2.38 (鐵路×2)", "  found 房屋 1.41 (公屋)",
        "examples: 3, right: 2, wrong: 1",
      ])
  }
}
