import Foundation
import Testing

@Suite("query")
struct QueryTests {
  /// A row of counts.
  struct Row: Decodable, Equatable {
    private enum CodingKeys: String, CodingKey {
      case document, author, publication, month, theme, matches, density, passages, documents
      case documentShare = "document_share"
      case aligned, nested, crossing
    }

    var document: String?
    var author: String?
    var publication: String?
    var month: String?
    var theme: String
    var matches: Int
    var density: Double?
    var passages: Int
    /// Absent where documents are rows.
    var documents: Int?
    var documentShare: Double?
    var aligned: Int
    var nested: Int
    var crossing: Int
  }

  private let program: Program

  init() throws { program = try .withSampleCorpus() }

  private func query(_ options: String) throws -> [Row] {
    let result = try program.shell(
      "\"$lunheng\" query --corpus it.lunheng --format ndjson \(options)")
    #expect(result.status == 0)
    #expect(result.errors == "")
    return try result.records(Row.self)
  }

  @Test("counts the hits of every theme, as the passages show them")
  func countsThemes() throws {
    let rows = try query("")
    #expect(rows.map(\.theme) == Samples.themes)
    let passages = try program.run(
      "query", "--kwic", "--limit", "100000", "--corpus", "it.lunheng", "--format", "csv"
    ).table()
    for row in rows {
      let own = passages.filter { $0["theme"] == row.theme }
      #expect(row.matches > 0)
      #expect(own.count == row.matches)
      #expect(Set(own.map { $0["file"] }).count == row.documents)
      #expect(own.count { $0["status"] == "aligned" } == row.aligned)
      #expect(own.count { $0["status"] == "nested" } == row.nested)
      #expect(own.count { $0["status"] == "crossing" } == row.crossing)
    }
  }

  @Test(
    "by document, publication and month adds up to the whole",
    arguments: ["document", "publication", "month"])
  func addsUp(grouping: String) throws {
    let rows = try query("--by \(grouping)")
    for whole in try query("") {
      let parts = rows.filter { $0.theme == whole.theme }
      #expect(parts.reduce(0) { $0 + $1.matches } == whole.matches)
      #expect(parts.reduce(0) { $0 + $1.passages } == whole.passages)
      #expect(parts.reduce(0) { $0 + $1.crossing } == whole.crossing)
    }
  }

  @Test("by month is in the order of time, by author one row each, also for joint pieces")
  func groups() throws {
    let months = try query("--by month --theme 國際算力").compactMap(\.month)
    #expect(months.count == 18)
    #expect(months == months.sorted())
    let authors = try query("--by author --theme 國際算力")
    let joint = authors.filter { ["賴栢翹", "尤穗青", "歐陽沛言"].contains($0.author) }
    #expect(joint.map(\.matches) == [5, 5, 5])
    #expect(joint.map(\.documents) == [1, 1, 1])
  }

  @Test("takes a theme by its id or by its name in any language")
  func knowsNames() throws {
    let rows = try query("--theme 國際金融")
    #expect(rows.map(\.theme) == ["國際金融"])
    #expect(try query("--theme 'International finance'") == rows)
    #expect(try query("--theme 技術交易 --theme 國際金融").map(\.theme) == ["技術交易", "國際金融"])
  }

  @Test(
    "counts any words in what the authors say, also in Simplified spelling",
    arguments: [["北部都會區", "北部都会区"], ["資金", "资金"], ["輪候", "轮候"], ["算力"]])
  func countsTerms(spellings: [String]) throws {
    let row = try #require(query("--term \(spellings[0])").first)
    let documents = try program.run("read", "op-eds", "--format", "ndjson")
      .records(ReadDocument.self)
    let counts = documents.map { document in
      let content = document.blocks.filter {
        ["title", "heading", "paragraph"].contains($0.role)
      }
      return content.reduce(0) { count, block in
        count + spellings.reduce(0) { $0 + block.text.ranges(of: $1).count }
      }
    }
    #expect(row.theme == spellings[0])
    #expect(row.matches == counts.reduce(0, +))
    #expect(row.documents == counts.count { $0 > 0 })
  }

  @Test("counts each of several words by itself, though one holds the other")
  func countsOverlappingTerms() throws {
    let rows = try query("--term 國際金融中心 --term 金融")
    #expect(rows.map(\.theme) == ["國際金融中心", "金融"])
    #expect(rows[0].matches == (try query("--term 國際金融中心").first?.matches))
    #expect(rows[1].matches == (try query("--term 金融").first?.matches))
    #expect(rows[1].matches > rows[0].matches)
  }

  @Test("--status counts only hits that lie so among the words")
  func filtersByStatus() throws {
    let all = try query("--theme 國際算力")[0]
    #expect(all.crossing > 0)
    let crossing = try query("--theme 國際算力 --status crossing")[0]
    #expect(crossing.matches == all.crossing)
    #expect(crossing.aligned == 0)
    let rest = try query("--theme 國際算力 --status aligned --status nested")[0]
    #expect(rest.matches == all.aligned + all.nested)
  }

  @Test("counts only in the documents that filters leave")
  func filtersDocuments() throws {
    let one = try query("--theme 國際算力 --document op-eds/2024-03-12-compute-hub.txt")[0]
    #expect(one.matches == 22)
    #expect(one.documents == 1)
    #expect(one.documentShare == 1)
    #expect(try query("--theme 國際算力 --from 2024-03-01 --to 2024-03-31") == [one])
    let none = try query("--theme 國際算力 --author 沒有這人")[0]
    #expect(none.matches == 0)
    #expect(none.density == nil && none.documentShare == nil)
  }

  @Test("gives the same numbers in every format")
  func agreesAcrossFormats() throws {
    let rows = try query("--by publication")
    func result(_ format: String) throws -> ProgramResult {
      try program.run(
        "query", "--by", "publication", "--corpus", "it.lunheng", "--format", format)
    }
    #expect(try result("json").json([Row].self) == rows)
    let table = try result("csv").table()
    #expect(table.map { $0["publication"] } == rows.map { $0.publication ?? "" })
    #expect(table.map { $0["matches"] } == rows.map { "\($0.matches)" })
    #expect(table.map { Double($0["density"]!) } == rows.map(\.density))
    for format in ["table", "markdown"] {
      #expect(try result(format).lines.count == rows.count + 2)
    }
  }
}
