import LunhengCore
import LunhengReport

/// Small matrices and tables that several suites look at.
enum Samples {
  static func cell(_ matches: Int, passages: Int? = nil, documents: Int = 1)
    -> CoverageMatrix.Cell
  {
    CoverageMatrix.Cell(
      matches: matches, passages: passages ?? matches, documents: matches == 0 ? 0 : documents)
  }

  static let columns = [
    CoverageMatrix.Column(
      id: "finance", name: LocalizedName(["zh-Hant": "國際金融", "en": "International finance"])),
    CoverageMatrix.Column(id: "housing", name: LocalizedName(["zh-Hant": "房屋"])),
    CoverageMatrix.Column(id: "youth", name: LocalizedName([:])),
  ]

  static let byAuthor = CoverageMatrix(
    grouping: .author, columns: columns,
    rows: [
      CoverageMatrix.Row(
        key: "閻小駿", documents: 8, characters: 12_000,
        cells: [cell(3, passages: 2, documents: 1), cell(0), cell(9, passages: 7, documents: 4)]),
      CoverageMatrix.Row(
        key: nil, documents: 1, characters: 0, cells: [cell(0), cell(0), cell(0)]),
    ],
    total: CoverageMatrix.Row(
      key: nil, documents: 9, characters: 12_000,
      cells: [cell(3, passages: 2, documents: 1), cell(0), cell(9, passages: 7, documents: 4)]))

  static let byDocument = CoverageMatrix(
    grouping: .document, columns: columns,
    rows: [
      CoverageMatrix.Row(
        key: "a/1.txt", label: "關於重建香港舊區新面貌的若干想法", documents: 1, characters: 900,
        cells: [cell(5, passages: 3), cell(1), cell(0)]),
      CoverageMatrix.Row(
        key: "a/2.txt", label: nil, documents: 1, characters: 600,
        cells: [cell(0), cell(2), cell(0)]),
    ],
    total: CoverageMatrix.Row(
      key: nil, documents: 2, characters: 1_500,
      cells: [cell(5, passages: 3), cell(3, passages: 3, documents: 2), cell(0)]))

  /// A matrix of as many themes as asked for, with names of different lengths and one great number.
  static func wide(themes: Int) -> CoverageMatrix {
    let names = ["教育", "土地及房屋供應", "創新科技", "Innovation and technology", "環境保護與氣候行動"]
    func row(_ key: String, _ factor: Int) -> CoverageMatrix.Row {
      CoverageMatrix.Row(
        key: key, documents: factor, characters: 1_000 * factor,
        cells: (0..<themes).map { cell($0 * factor) })
    }
    return CoverageMatrix(
      grouping: .author,
      columns: (0..<themes).map {
        CoverageMatrix.Column(
          id: "t\($0)", name: LocalizedName(["zh-Hant": names[$0 % names.count]]))
      },
      rows: [row("閻小駿", 1), row("香港政策研究所研究團隊成員", 1_234), row("Regina Chan", 3)],
      total: row("", 1_238))
  }
}

extension String {
  /// Lines without the line breaks that end them.
  var lines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The text without SGR escape sequences.
  var withoutEscapes: String {
    var result = ""
    var isEscape = false
    for character in self {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { result.append(character) }
      if isEscape, character == "m" { isEscape = false }
    }
    return result
  }

  func occurrences(of part: String) -> Int { ranges(of: part).count }
}
