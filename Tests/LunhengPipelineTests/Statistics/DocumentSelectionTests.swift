import LunhengCore
import LunhengStore
import Testing

@testable import LunhengPipeline

@Suite("Document selection")
struct DocumentSelectionTests {
  private static func document(
    _ key: String, authors: [String] = [], publication: String? = nil, date: String? = nil
  ) -> DocumentCoverage {
    DocumentCoverage(
      key: key, authors: authors, publication: publication,
      date: date.flatMap { CalendarDate(iso8601: $0) }, characters: 1, themes: [])
  }

  private static let documents = [
    document("a", authors: ["甲", "乙"], publication: "甲報", date: "2023-01-31"),
    document("b", authors: ["乙"], publication: "乙報", date: "2023-02-01"),
    document("c", authors: ["丙"], date: "2024-01-01"), document("d", publication: "甲報"),
  ]

  private static func day(_ text: String) -> CalendarDate? { CalendarDate(iso8601: text) }

  @Test(
    "takes values of a field for alternatives, and fields together",
    arguments: [
      (DocumentFilter(), "abcd"), (DocumentFilter(keys: ["a", "d", "x"]), "ad"),
      (DocumentFilter(authors: ["乙"]), "ab"), (DocumentFilter(authors: ["甲", "丙"]), "ac"),
      (DocumentFilter(publications: ["甲報"]), "ad"),
      (DocumentFilter(authors: ["乙"], publications: ["乙報"]), "b"),
      (DocumentFilter(from: day("2023-02-01")), "bc"), (DocumentFilter(to: day("2023-01-31")), "a"),
      (DocumentFilter(from: day("2023-02-01"), to: day("2023-12-31")), "b"),
      (DocumentFilter(authors: []), ""),
    ])
  func selects(filter: DocumentFilter, keys: String) {
    let selected = Self.documents.filter { filter.selects($0) }
    #expect(selected.map(\.key).joined() == keys)
  }

  @Test("names what it asks for")
  func namesItself() {
    let filter = DocumentFilter(authors: ["甲", "乙"], from: Self.day("2023-02-01"))
    #expect(filter.summary == "author=甲 author=乙 from=2023-02-01")
    #expect(DocumentFilter().summary == "")
  }

  @Test("orders documents by date, then by name, those without a date last")
  func orders() {
    let order = (Self.documents.reversed() as [DocumentCoverage]).chronological
    #expect(order == [3, 2, 1, 0])
  }
}

@Suite("Asked words")
struct AskedWordsTests {
  private func divided(_ text: String, asked: [String], isAnywhere: Bool) throws -> [String] {
    let units = Array(text.filter { $0 != " " }.utf16)
    var tokens: [Token] = []
    for word in text.split(separator: " ") {
      let start = Int(tokens.last?.end ?? 0)
      tokens.append(Token(start: start, end: start + word.utf16.count, kind: .word))
    }
    try AskedWords(asked, isAnywhere: isAnywhere).overlay(&tokens, of: units)
    return tokens.map { String(units: units[$0.range]) }
  }

  @Test(
    "are words where they begin and end with one, or anywhere",
    arguments: [
      ("河套 區 發展", "河套區", false, ["河套區", "發展"]),
      ("印度尼西亞 印度", "印度", false, ["印度尼西亞", "印度"]),
      ("印度尼西亞 印度", "印度", true, ["印度", "尼西亞", "印度"]),
      ("國際算 力中心", "國際算力", false, ["國際算", "力中心"]),
      ("國際算 力中心", "國際算力", true, ["國際算力", "中心"]),
      ("路綫 圖", "路線", false, ["路綫", "圖"]),
    ])
  func overlay(text: String, asked: String, isAnywhere: Bool, expected: [String]) throws {
    #expect(try divided(text, asked: [asked], isAnywhere: isAnywhere) == expected)
  }

  @Test("are the longest that fits, and one for all its variants")
  func choosesTheLongest() throws {
    #expect(
      try divided("香港 特區 香港", asked: ["香港", "香港特區"], isAnywhere: false)
        == ["香港特區", "香港"])
    #expect(try AskedWords(["路線", "路綫", "圖"], isAnywhere: false).texts == ["路線", "圖"])
    #expect(throws: PipelineError.emptyTerm("")) { try AskedWords([""], isAnywhere: false) }
  }
}
