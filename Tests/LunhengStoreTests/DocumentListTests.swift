import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct DocumentListTests {
  let folder: TemporaryFolder
  let corpus: Corpus

  init() throws {
    folder = try TemporaryFolder()
    corpus = try folder.corpus()
    try corpus.add([
      Samples.document("undated/b", authors: [], publication: nil, date: nil),
      Samples.document("late", authors: ["李小明", "陳大文"], date: "2024-02-01"),
      Samples.document("早", publication: "信報", date: "2013-05-06"),
      Samples.document("undated/a", publication: "信報", date: nil),
      Samples.document("early", date: "2013-05-06"),
    ])
  }

  @Test func documentsComeByDateThenKeyUndatedLast() throws {
    let keys = ["early", "早", "late", "undated/a", "undated/b"]
    #expect(try corpus.documents().map(\.key) == keys)
    var streamed: [String] = []
    try corpus.forEachDocument { streamed.append($0.key) }
    #expect(streamed == keys)
  }

  @Test func aSummaryHasEveryFieldButTheText() throws {
    let document = Samples.document("x", authors: ["乙", "甲"], date: "2001-01-01")
    let input = Samples.input(
      document, path: "p.ndjson", recordLine: 12, sha256: "beef", encoding: "Big5")
    _ = try corpus.ingest([input], readerVersion: "1")
    let summary = try #require(try corpus.documents().first)
    #expect(
      summary
        == DocumentSummary(
          rowID: summary.rowID, key: "x", path: "p.ndjson", recordLine: 12, sha256: "beef",
          encoding: "Big5", title: "題為x", authors: ["乙", "甲"], date: Samples.date("2001-01-01"),
          publication: "明報", page: "B8", url: "https://example.com/x",
          characters: document.characters))
  }

  @Test(arguments: [
    (DocumentFilter(), ["early", "早", "late", "undated/a", "undated/b"]),
    (DocumentFilter(keys: ["undated/b", "早", "none"]), ["早", "undated/b"]),
    (DocumentFilter(keys: []), []),
    (DocumentFilter(authors: ["李小明"]), ["late"]),
    (DocumentFilter(authors: ["李小明", "陳大文"]), ["early", "早", "late", "undated/a"]),
    (DocumentFilter(publications: ["信報"]), ["早", "undated/a"]),
    (DocumentFilter(from: Samples.date("2013-05-07")), ["late"]),
    (DocumentFilter(to: Samples.date("2013-05-06")), ["early", "早"]),
    (
      DocumentFilter(from: Samples.date("2013-05-06"), to: Samples.date("2024-02-01")),
      ["early", "早", "late"]
    ),
    (DocumentFilter(authors: ["陳大文"], publications: ["信報"]), ["早", "undated/a"]),
    (DocumentFilter(authors: ["'; DROP TABLE document; --\"\\"]), []),
  ])
  func aFilterSelectsWhatFitsAllItsFields(filter: DocumentFilter, keys: [String]) throws {
    #expect(try corpus.documents(matching: filter).map(\.key) == keys)
  }

  @Test func aFilterTakesAnyNumberOfKeys() throws {
    let keys = (0..<40_000).map { "none/\($0)" } + ["late"]
    #expect(try corpus.documents(matching: DocumentFilter(keys: keys)).map(\.key) == ["late"])
  }

  @Test func aListCanBeReadInPages() throws {
    #expect(try corpus.documents(limit: 2).map(\.key) == ["early", "早"])
    #expect(try corpus.documents(limit: 2, offset: 3).map(\.key) == ["undated/a", "undated/b"])
    #expect(try corpus.documents(limit: 0).isEmpty)
  }

  @Test func aCallbackMayReadTheCorpusAgain() throws {
    var titles: [String?] = []
    try corpus.forEachDocument { document in
      titles.append(try corpus.document(key: document.key)?.metadata.title?.value)
      try corpus.forEachDocument(matching: DocumentFilter(keys: ["late"])) {
        titles.append($0.title)
      }
    }
    #expect(titles.prefix(4) == ["題為early", "題為late", "題為早", "題為late"])
    #expect(titles.count == 10)
  }

  @Test func aCallbackMayWriteAndGoesOnWithWhatWasThereBefore() throws {
    var keys: [String] = []
    try corpus.forEachDocument { document in
      keys.append(document.key)
      try corpus.removeDocuments(keys: ["late", document.key])
    }
    #expect(keys.count == 5)
    #expect(try corpus.documents().isEmpty)
  }

  @Test func whatACallbackThrowsComesOutAndStopsTheList() throws {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try corpus.forEachDocument { _ in
        count += 1
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
    #expect(try corpus.documents().count == 5)
  }

  @Test func aDateThatIsNoneIsReportedAsDamage() throws {
    try corpus.write { try $0.execute(sql: "UPDATE document SET date = 'x' WHERE key = 'late'") }
    let error = #expect(throws: StoreError.self) { try corpus.documents() }
    #expect(error?.diagnostic.code == "corpus-damaged")
  }
}
