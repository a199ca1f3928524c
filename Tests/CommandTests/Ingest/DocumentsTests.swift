import Foundation
import Testing

@Suite("documents")
struct DocumentsTests {
  private let program: Program

  init() throws { program = try .withSampleCorpus() }

  /// The keys of the documents that `list` gives with `options`.
  private func keys(_ options: String) throws -> [String] {
    try program.shell(
      "\"$lunheng\" documents list --corpus it.lunheng --format ndjson \(options)"
    ).records(ListedDocument.self).map { String($0.key.dropFirst("op-eds/".count)) }
  }

  @Test("list gives the documents by date, the undated last")
  func listsByDate() throws {
    let listed = try program.run(
      "documents", "list", "--corpus", "it.lunheng", "--format", "ndjson"
    ).records(ListedDocument.self)
    #expect(listed.count == 28)
    let dates = listed.map { $0.date ?? "9999" }
    #expect(dates == dates.sorted())
    #expect(dates.count { $0 == "9999" } == 1)
    let hub = try #require(listed.first { $0.key == "op-eds/2024-03-12-compute-hub.txt" })
    #expect(hub.title == "算力是這一代人的水和電")
    #expect(hub.authors == "岑牧堯")
    #expect(hub.publication == "香江經濟導報")
    #expect(hub.page == "A14")
  }

  @Test(
    "list takes filters by author, publication, date and name, of which all must hold",
    arguments: [
      ("--author 溫曉嵐", ["2023-06-21-fintech-centre.txt", "2023-09-15-green-family-offices.txt"]),
      (
        "--author 賴栢翹 --author 岑牧堯",
        ["2024-03-12-compute-hub.txt", "2025-10-16-five-clusters.txt"]
      ),
      ("--author 容浚謙 --publication 維港時報", ["2025-10-16-sme-trade-finance.txt"]),
      (
        "--from 2025-09-04 --to 2025-10-14",
        ["2025-09-04-new-town-railways.txt", "2025-10-14-sme-virtual-banks.txt"]
      ),
      ("--to 2023-06-21", ["2023-06-21-fintech-centre.txt"]),
      ("--document op-eds/2024-03-12-compute-hub.txt", ["2024-03-12-compute-hub.txt"]),
      ("--author 沒有這人", []),
    ])
  func filters(options: String, expected: [String]) throws {
    #expect(try keys(options) == expected)
  }

  @Test("list gives the same in every format")
  func agreesAcrossFormats() throws {
    func list(_ format: String) throws -> ProgramResult {
      try program.run("documents", "list", "--corpus", "it.lunheng", "--format", format)
    }
    let records = try list("ndjson").records(ListedDocument.self)
    #expect(try list("json").json([ListedDocument].self) == records)
    let rows = try list("csv").table()
    #expect(rows.map { $0["key"] } == records.map(\.key))
    #expect(rows.map { $0["characters"] } == records.map { "\($0.characters)" })
    #expect(rows.map { $0["date"] } == records.map { $0.date ?? "" })
    for format in ["table", "markdown"] {
      let lines = try list(format).lines.filter { $0.contains(".txt") }
      #expect(lines.count == 28)
      for (line, record) in zip(lines, records) {
        #expect(line.contains(record.key) && line.contains("\(record.characters)"))
      }
    }
  }

  @Test("list speaks English where it is asked to")
  func speaksEnglish() throws {
    let result = try program.run(
      "documents", "list", "--corpus", "it.lunheng", "--language", "en")
    #expect(result.lines.first?.split(separator: " ").first == "Document")
  }

  @Test("show gives what read gives, from the corpus")
  func showsWhatWasRead() throws {
    for name in [
      "op-eds/2025-10-16-five-clusters.txt", "op-eds/2023-09-18-public-rental-housing.txt",
    ] {
      let read = try program.run("read", name, "--format", "ndjson")
      let shown = try program.run(
        "documents", "show", name, "--corpus", "it.lunheng", "--format", "ndjson")
      #expect(shown.status == 0)
      #expect(try shown.records(ReadDocument.self) == read.records(ReadDocument.self))
      let text = try program.run("documents", "show", name, "--corpus", "it.lunheng")
      #expect(
        try text.lines.filter { !$0.hasPrefix("  ▸ ") } == program.run("read", name).lines)
    }
  }

  @Test("show leads each cluster paragraph of the sample op-ed with its own cluster")
  func showsThemes() throws {
    struct Shown: Decodable {
      struct Block: Decodable {
        struct Score: Decodable {
          var theme: String
          var count: Int
        }
        var role: String
        var themes: [Score]
      }
      var blocks: [Block]
    }
    let name = "op-eds/2025-10-16-five-clusters.txt"
    let shown = try program.run(
      "documents", "show", name, "--corpus", "it.lunheng", "--format", "ndjson"
    ).records(Shown.self)
    let paragraphs = shown.flatMap(\.blocks).filter { $0.role == "paragraph" }
    #expect(paragraphs[2...6].map { $0.themes.first?.theme } == Samples.themes)
    let counts = paragraphs.flatMap(\.themes).reduce(into: [String: Int]()) {
      $0[$1.theme, default: 0] += $1.count
    }
    #expect(Samples.themes.map { counts[$0] } == [3, 5, 6, 2, 4])
    let text = try program.run("documents", "show", name, "--corpus", "it.lunheng")
    #expect(text.lines.contains("  ▸ 國際金融 3: 跨境理財、再保險、貿易融資"))
  }

  @Test("show reports a name that is not there and shows the rest")
  func reportsAnUnknownName() throws {
    let some = try program.run(
      "documents", "show", "nothing.txt", "op-eds/2024-03-12-compute-hub.txt", "--corpus",
      "it.lunheng")
    #expect(some.status == 1)
    #expect(some.diagnostics.count == 1)
    #expect(some.errors.contains("\"nothing.txt\"") && some.errors.contains("[unknown-document]"))
    #expect(some.lines.first == "# op-eds/2024-03-12-compute-hub.txt (UTF-8)")
    let none = try program.run("documents", "show", "nothing.txt", "--corpus", "it.lunheng")
    #expect(none.status == 2)
    #expect(none.output == "")
  }
}
