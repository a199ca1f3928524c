import Testing

@testable import LunhengCore

@Suite("Keyword evaluation")
struct KeywordEvaluationTests {
  @Test("compares the first keywords, as they are and folded")
  func compares() throws {
    var evaluation = KeywordEvaluation(cutoffs: [2, 4])
    evaluation.add(
      found: ["系統", "香港", "房屋", "土地"], given: ["系统", "房屋", "鐵路"],
      texts: [Array("系統和房屋".utf16)])
    let exact = evaluation.exact[1]
    #expect(exact.precision == 0.25)
    #expect(exact.recall == 1.0 / 3)
    #expect(exact.f1 == 2.0 / 7)
    let folded = evaluation.folded
    #expect(folded[0].precision == 0.5)
    #expect(folded[1].correct == 2)
    #expect(folded[1].microF1 == 4.0 / 7)
    #expect(evaluation.given == 3)
    #expect(evaluation.present == 2)
  }

  @Test("takes means over documents, and all together for micro F1")
  func takesMeans() throws {
    var evaluation = KeywordEvaluation(cutoffs: [5])
    evaluation.add(found: ["香港"], given: ["香港"], texts: [])
    evaluation.add(found: ["房屋", "土地", "鐵路"], given: ["海港"], texts: [])
    #expect(evaluation.exact[0].f1 == 0.5)
    #expect(evaluation.exact[0].microF1 == 2.0 / 6)
  }

  @Test("counts what is said twice once, and has no figures of nothing")
  func countsOnce() {
    var evaluation = KeywordEvaluation(cutoffs: [3])
    #expect(evaluation.exact[0].f1 == nil)
    #expect(evaluation.exact[0].microF1 == nil)
    evaluation.add(found: [], given: ["香港", "香港"], texts: [])
    #expect(evaluation.exact[0].f1 == 0)
    #expect(evaluation.exact[0].given == 1)
    #expect(evaluation.given == 1)
  }
}
