import Foundation
import Testing

@Suite("coverage")
struct CoverageTests {
  private let program: Program

  init() throws { program = try .withSampleCorpus() }

  private func coverage(_ options: String) throws -> ProgramResult {
    let result = try program.shell("\"$lunheng\" coverage --corpus it.lunheng \(options)")
    #expect(result.status == 0)
    #expect(result.errors == "")
    return result
  }

  static let groupings = ["document", "author", "publication", "month"]
  static let measures = [
    "matches", "passages", "documents", "share", "document-share", "density",
  ]

  @Test("has the same numbers in JSON and CSV", arguments: groupings, measures)
  func agrees(grouping: String, measure: String) throws {
    let options = "--by \(grouping) --measure \(measure)"
    let matrix = try coverage("\(options) --format json").json(Matrix.self)
    let table = try coverage("\(options) --format csv").table()
    #expect(matrix.grouping == grouping && matrix.measure == measure)
    #expect(matrix.columns.map(\.id) == Samples.themes)
    #expect(table.map { $0[grouping] } == matrix.rows.map { $0.key ?? "" })
    for (row, cells) in zip(matrix.rows, table) {
      #expect(row.cells.map(\.theme) == Samples.themes)
      #expect(row.cells.map(\.value) == Samples.themes.map { Double(cells[$0]!) })
      if grouping != "document" {
        #expect(cells["documents"] == "\(row.documents)")
        #expect(cells["characters"] == "\(row.characters)")
      }
    }
  }

  @Test("measures what it says", arguments: groupings)
  func measuresWhatItSays(grouping: String) throws {
    func matrix(_ measure: String) throws -> Matrix {
      try coverage("--by \(grouping) --measure \(measure) --format json").json(Matrix.self)
    }
    let matrices = try Dictionary(uniqueKeysWithValues: Self.measures.map { ($0, try matrix($0)) })
    let counts = try #require(matrices["matches"])
    for (index, row) in (counts.rows + [counts.total]).enumerated() {
      let hits = row.cells.reduce(0) { $0 + $1.matches }
      for (column, cell) in row.cells.enumerated() {
        func value(_ measure: String) -> Double? {
          matrices[measure].flatMap { ($0.rows + [$0.total])[index].cells[column].value }
        }
        #expect(value("matches") == Double(cell.matches))
        #expect(value("passages") == Double(cell.passages))
        #expect(value("documents") == Double(cell.documents))
        #expect(value("share") == (hits == 0 ? nil : Double(cell.matches) / Double(hits)))
        #expect(value("document-share") == Double(cell.documents) / Double(row.documents))
        #expect(
          value("density").map { ($0 * 1e9).rounded() }
            == (Double(cell.matches) * 1000 / Double(row.characters) * 1e9).rounded())
        #expect(cell.documents <= cell.passages && cell.passages <= cell.matches)
      }
    }
  }

  @Test("counts a document of three authors in three rows, and once in the total")
  func countsJointPiecesOnce() throws {
    let byAuthor = try coverage("--by author --format json").json(Matrix.self)
    let byDocument = try coverage("--format json").json(Matrix.self)
    #expect(byAuthor.total.documents == 28)
    #expect(byAuthor.total.characters == byDocument.total.characters)
    #expect(byAuthor.total.cells.map(\.matches) == byDocument.total.cells.map(\.matches))
    #expect(byAuthor.rows.reduce(0) { $0 + $1.documents } > 28)
    for author in ["賴栢翹", "尤穗青", "歐陽沛言"] {
      let row = try #require(byAuthor.rows.first { $0.key == author })
      #expect(row.cells.map(\.matches) == [3, 5, 6, 2, 4])
    }
  }

  @Test("puts what has no date in a row of its own, at the end")
  func keepsTheUndated() throws {
    let byMonth = try coverage("--by month --format json").json(Matrix.self)
    #expect(byMonth.rows.last?.key == nil)
    #expect(byMonth.rows.last?.documents == 1)
    let months = byMonth.rows.compactMap(\.key)
    #expect(months.count == byMonth.rows.count - 1)
    #expect(months == months.sorted())
    #expect(byMonth.rows.reduce(0) { $0 + $1.documents } == 28)
  }

  @Test("agrees with query", arguments: groupings)
  func agreesWithQuery(grouping: String) throws {
    let matrix = try coverage("--by \(grouping) --format json").json(Matrix.self)
    let rows = try program.run(
      "query", "--by", grouping, "--corpus", "it.lunheng", "--format", "ndjson"
    ).records(QueryTests.Row.self)
    #expect(rows.map(\.matches) == matrix.rows.flatMap { $0.cells.map(\.matches) })
    #expect(rows.map(\.passages) == matrix.rows.flatMap { $0.cells.map(\.passages) })
  }

  @Test("counts only the documents that filters leave")
  func filters() throws {
    let matrix = try coverage("--publication 維港時報 --to 2023-12-31 --format json")
      .json(Matrix.self)
    #expect(matrix.rows.count == 3)
    #expect(matrix.total.documents == 3)
    let none = try program.run(
      "coverage", "--author", "沒有這人", "--corpus", "it.lunheng", "--format", "csv")
    #expect(none.status == 0)
    #expect(try none.table() == [])
    #expect(none.messages == ["no documents are selected"])
  }

  @Test("prints a table and Markdown with a line a row and the total")
  func printsForPeople() throws {
    let table = try coverage("--by publication").lines
    let markdown = try coverage("--by publication --format markdown").lines
    let matrix = try coverage("--by publication --format json").json(Matrix.self)
    for row in matrix.rows {
      let key = row.key ?? "（無）"
      let counts = row.cells.map { $0.matches == 0 ? "·" : "\($0.matches)" }
      let drawn = table.first { $0.hasPrefix(key) }?.split(separator: " ").suffix(5)
      #expect(drawn.map { $0.map(String.init) } == counts, "\(key)")
      #expect(markdown.contains { $0.hasPrefix("| \(key) |") })
      #expect(
        markdown.contains {
          $0.hasPrefix("| \(key) |") && $0.hasSuffix("| \(counts.joined(separator: " | ")) |")
        }, "\(key)")
    }
    let totals = matrix.total.cells.map { "\($0.matches)" }
    #expect(table.last { !$0.isEmpty }?.split(separator: " ").suffix(5).map(String.init) == totals)
  }

  @Test("colours a table only where it is asked to, as its output is no terminal")
  func colours() throws {
    let plain = try coverage("").output
    #expect(!plain.contains("\u{1B}"))
    let coloured = try coverage("--colour always").output
    #expect(coloured.contains("\u{1B}[48;5;"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(try coverage("--colour never").output == plain)
  }

  @Test("writes to a file, in a new folder if need be")
  func writesAFile() throws {
    let printed = try coverage("--format csv")
    #expect(try coverage("--format csv --output new/folder/it.csv").output == "")
    #expect(try program.files(in: "new") == ["folder/it.csv": printed.bytes])
  }

  @Test("speaks English where it is asked to")
  func speaksEnglish() throws {
    #expect(try coverage("--language en").output.contains("Pilot-scale testing"))
    #expect(try coverage("--language en --format html").output.contains("<html lang=\"en\">"))
  }
}
