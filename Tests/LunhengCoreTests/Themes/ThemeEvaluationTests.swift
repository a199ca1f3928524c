import LunhengCore
import Testing

@Suite("The evaluation of themes")
struct ThemeEvaluationTests {
  /// Label, expected, given, year: 8 documents, of which 6 are answered and 5 right.
  private static let evaluation: ThemeEvaluation = {
    var evaluation = ThemeEvaluation()
    evaluation.add(label: "房屋", expected: "房屋", given: "房屋", year: 2012)
    evaluation.add(label: "房屋", expected: "房屋", given: "房屋", year: 2013)
    evaluation.add(label: "Housing", expected: "房屋", given: "教育", year: 2013)
    evaluation.add(label: "教育", expected: "教育", given: "教育", year: 2013)
    evaluation.add(label: "教育", expected: "教育", given: nil, year: nil)
    evaluation.add(label: "引言", expected: nil, given: nil, year: 2012)
    evaluation.add(label: "結語", expected: nil, given: nil, year: 2012)
    evaluation.add(label: "天文", expected: "天文", given: "教育", year: 2013)
    return evaluation
  }()

  @Test("counts what is answered and what is right")
  func counts() {
    let total = Self.evaluation.total
    #expect(total.documents == 8)
    #expect(total.correct == 5)
    #expect(total.accuracy == 5.0 / 8)
    #expect(total.answeredShare == 5.0 / 8)
    #expect(total.accuracyOfAnswered == 3.0 / 5)
    #expect(total.interval == WilsonInterval(5, of: 8))
  }

  @Test("has precision, recall and F1 of each class, the class of no theme last")
  func hasClasses() {
    let scores = Self.evaluation.classScores()
    #expect(scores.map(\.name) == ["房屋", "教育", "天文", nil])
    #expect(scores.map(\.support) == [3, 2, 1, 2])
    let third = 1.0 / 3
    let precisions: [Double?] = [1, third, nil, 2 * third]
    let recalls: [Double?] = [2 * third, 0.5, 0, 1]
    let f1s: [Double?] = [0.8, 0.4, 0, 0.8]
    #expect(scores.map(\.precision) == precisions)
    #expect(scores.map(\.recall) == recalls)
    #expect(scores.map(\.f1) == f1s)
  }

  @Test("averages F1 over the classes that documents should be given")
  func averages() throws {
    let macro = try #require(Self.evaluation.macroF1)
    #expect(abs(macro - 0.5) < 1e-12)
    #expect(ThemeEvaluation().macroF1 == nil)
    #expect(ThemeEvaluation().total.accuracy == nil)
  }

  @Test("lists confusions by label as the data has it, the commonest first")
  func listsConfusions() {
    var evaluation = Self.evaluation
    evaluation.add(label: "天文", expected: "天文", given: "教育", year: 2013)
    #expect(
      evaluation.confusions == [
        .init(label: "天文", given: "教育", count: 2), .init(label: "Housing", given: "教育", count: 1),
        .init(label: "教育", given: nil, count: 1),
      ])
  }

  @Test("has each year, and documents without a date last")
  func hasYears() {
    let years = Self.evaluation.byYear
    #expect(years.map(\.year) == [2012, 2013, nil])
    #expect(years.map(\.tally.documents) == [3, 4, 1])
    #expect(years.map(\.tally.correct) == [3, 2, 0])
  }

  @Test("takes a subtheme for the theme that it is a part of, by the best of them")
  func takesRoots() {
    let name = LocalizedName([:])
    let codebook = Codebook(
      id: "c", name: name,
      themes: [
        Theme(id: "a", name: name, terms: []), Theme(id: "a1", name: name, parent: 0, terms: []),
        Theme(id: "b", name: name, terms: []),
      ])
    let ranked = [(1, 5.0), (2, 3.0), (0, 2.0)].map {
      ThemeScore(theme: $0, count: 1, passages: 1, score: $1)
    }
    let answer = ThemeAnswer(ranked, in: codebook)
    #expect(answer.candidates.map(\.theme) == [0, 2])
    #expect(answer.candidates.map(\.score) == [5, 3])
  }
}
