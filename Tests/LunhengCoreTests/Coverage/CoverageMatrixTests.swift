import Testing

@testable import LunhengCore

@Suite("The coverage matrix")
struct CoverageMatrixTests {
  private static let codebook = Codebook(
    id: "test", name: LocalizedName([:]),
    themes: ["金融", "算力"].map { Theme(id: $0, name: LocalizedName([:]), terms: [Term($0)]) })

  private static let documents = [
    DocumentCoverage(
      key: "a", title: "甲", authors: ["陳一", "李二"], publication: "甲報",
      date: CalendarDate(year: 2024, month: 2, day: 3), characters: 1000,
      themes: [ThemeScore(theme: 1, count: 3, passages: 2, score: 9)]),
    DocumentCoverage(
      key: "b", authors: ["李二"], publication: "乙報",
      date: CalendarDate(year: 2023, month: 12, day: 3), characters: 500,
      themes: [
        ThemeScore(theme: 0, count: 1, passages: 1, score: 5),
        ThemeScore(theme: 1, count: 1, passages: 1, score: 5),
      ]),
    DocumentCoverage(key: "c", characters: 0, themes: []),
  ]

  private static func matrix(_ grouping: CoverageGrouping) -> CoverageMatrix {
    CoverageMatrix(grouping: grouping, codebook: codebook, documents: documents)
  }

  @Test("has a row a document in the order given")
  func hasARowADocument() {
    let matrix = Self.matrix(.document)
    #expect(matrix.rows.map(\.key) == ["a", "b", "c"])
    #expect(matrix.rows.map(\.label) == ["甲", nil, nil])
    #expect(matrix.rows.map { $0.cells.map(\.matches) } == [[0, 3], [1, 1], [0, 0]])
    #expect(matrix.total.cells.map(\.matches) == [1, 4])
  }

  @Test("counts a document for each of its authors, once in the total")
  func countsADocumentForEachAuthor() {
    let matrix = Self.matrix(.author)
    #expect(matrix.rows.map(\.key) == ["李二", "陳一", nil])
    #expect(matrix.rows.map(\.documents) == [2, 1, 1])
    #expect(matrix.rows[0].cells[1] == .init(matches: 4, passages: 3, documents: 2))
    #expect(matrix.total.documents == 3)
  }

  @Test("groups by month in order of time, undated last")
  func groupsByMonth() {
    #expect(Self.matrix(.month).rows.map(\.key) == ["2023-12", "2024-02", nil])
  }

  @Test("gives each measure, and none where there is nothing to divide by")
  func givesEachMeasure() {
    let matrix = Self.matrix(.author)
    func values(_ measure: CoverageMeasure, row: Int) -> [Double?] {
      (0..<2).map { matrix.value(measure, of: matrix.rows[row], column: $0) }
    }
    #expect(values(.matches, row: 0) == [1, 4])
    #expect(values(.passages, row: 0) == [1, 3])
    #expect(values(.documents, row: 0) == [1, 2])
    #expect(values(.share, row: 0) == [0.2, 0.8])
    #expect(values(.documentShare, row: 0) == [0.5, 1])
    #expect(values(.density, row: 0) == [1000.0 / 1500, 4000.0 / 1500])
    #expect(values(.share, row: 2) == [nil, nil])
    #expect(values(.density, row: 2) == [nil, nil])
    #expect(values(.documentShare, row: 2) == [0, 0])
  }

  @Test("counts subthemes within their theme: shares are of top themes, columns can be left out")
  func countsSubthemesWithinTheirTheme() {
    let codebook = Codebook(
      id: "test", name: LocalizedName([:]),
      themes: [
        Theme(id: "交通", name: LocalizedName([:]), terms: []),
        Theme(id: "房屋", name: LocalizedName([:]), terms: []),
        Theme(id: "公屋", name: LocalizedName([:]), parent: 1, terms: []),
      ])
    let document = DocumentCoverage(
      key: "a", characters: 100,
      themes: [
        ThemeScore(theme: 0, count: 1, passages: 1, score: 1),
        ThemeScore(theme: 1, count: 3, passages: 1, score: 3),
        ThemeScore(theme: 2, count: 2, passages: 1, score: 2),
      ])
    let matrix = CoverageMatrix(grouping: .document, codebook: codebook, documents: [document])
    #expect(
      (0..<3).map { matrix.value(.share, of: matrix.total, column: $0) } == [0.25, 0.75, 0.5])
    let top = matrix.keeping([0, 1])
    #expect(top.columns.map(\.id) == ["交通", "房屋"])
    #expect(top.rows[0].cells.map(\.matches) == [1, 3])
    #expect(top.value(.share, of: top.total, column: 1) == 0.75)
    #expect(matrix.keeping([1, 2]).columns.map(\.parent) == [nil, 0])
  }
}
