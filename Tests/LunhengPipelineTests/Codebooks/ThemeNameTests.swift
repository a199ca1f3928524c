import LunhengCore
import Testing

@testable import LunhengPipeline

@Suite("The theme that a name means")
struct ThemeNameTests {
  @Test("is the one with this id, or else the first with this name in any language")
  func idFirst() throws {
    let codebook = Codebook(
      id: "test", name: LocalizedName([:]),
      themes: [
        Theme(id: "甲", name: LocalizedName(["zh-Hant": "乙", "en": "one"]), terms: []),
        Theme(id: "乙", name: LocalizedName(["en": "one"]), terms: []),
      ])
    #expect(try codebook.theme(named: "乙") == 1)
    #expect(try codebook.theme(named: "one") == 0)
    #expect(throws: PipelineError.self) { try codebook.theme(named: "丙") }
  }
}
