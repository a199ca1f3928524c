import LunhengCore
import LunhengPipeline
import LunhengReport
import Testing

@Suite("Testing a codebook by its examples")
struct CodebookTestTests {
  private static let name = LocalizedName([:])

  private static func report(_ examples: [[ThemeExample]]) throws -> CodebookTestReport {
    let codebook = Codebook(
      id: "c", name: name, overlap: .theme,
      themes: [
        Theme(id: "房屋", name: name, terms: [Term("樓價")], examples: examples[0]),
        Theme(id: "公屋", name: name, parent: 0, terms: [Term("公屋")], examples: examples[1]),
        Theme(id: "居屋", name: name, parent: 0, terms: [Term("居屋")], examples: examples[2]),
        Theme(id: "運輸", name: name, terms: [Term("鐵路")], examples: examples[3]),
      ])
    return try CodebookTest(codebook: codebook, segmenter: .standard()).run(threads: 2)
  }

  @Test("passes what comes out as expected, subthemes for the theme they are a part of")
  func passes() throws {
    let report = try Self.report([
      [.init("樓價上升", .positive), .init("公屋不足", .positive), .init("鐵路延誤", .negative)],
      [.init("公屋、公屋和居屋", .leading), .init("居屋", .negative)],
      [.init("公屋、公屋和居屋", .positive)],
      [.init("鐵路、鐵路和公屋", .leading)],
    ])
    #expect(report.examples == 7)
    #expect(report.failures == [])
    #expect(report.text() == "examples: 7, right: 7, wrong: 0\n")
  }

  @Test("shows what fails, and what was found instead")
  func fails() throws {
    let report = try Self.report([
      [.init("公屋的鐵路和鐵路", .leading), .init("公屋", .negative)],
      [.init("公屋、居屋和居屋", .leading), .init("樓價", .positive)],
      [], [.init("天文", .positive)],
    ])
    #expect(report.examples == 5)
    #expect(report.failures.map(\.theme) == ["房屋", "房屋", "公屋", "公屋", "運輸"])
    #expect(report.failures[0].found.map(\.theme) == ["運輸", "房屋", "公屋"])
    #expect(report.failures[0].found[0].hits == [ThemeHit(text: "鐵路", count: 2)])
    #expect(report.failures[2].found.map(\.theme) == ["房屋", "居屋", "公屋"])
    #expect(report.failures[4].found == [])
    let lines = report.text().split(separator: "\n")
    #expect(lines[0] == "房屋: leading: 「公屋的鐵路和鐵路」")
    #expect(lines[1] == "  found 運輸 2.38 (鐵路×2)")
    #expect(
      lines.suffix(3) == [
        "運輸: positive: 「天文」", "  found –", "examples: 5, right: 0, wrong: 5",
      ])
  }
}
