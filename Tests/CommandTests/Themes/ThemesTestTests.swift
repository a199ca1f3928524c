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
}
