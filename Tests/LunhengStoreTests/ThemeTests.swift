import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct ThemeTests {
  let folder: TemporaryFolder
  let corpus: Corpus
  let codebook: Int64

  init() throws {
    folder = try TemporaryFolder()
    corpus = try folder.corpus()
    try corpus.add([
      Samples.document("undated", publication: nil, date: nil, texts: ["鐵路", "鐵路鐵路。"]),
      Samples.document("late", authors: ["李小明"], date: "2024-02-01", texts: ["無"]),
      Samples.document("early", date: "2013-05-06", texts: ["人才和創科。", "無", "是鐵路。"]),
    ])
    codebook = try corpus.analyse()
  }

  @Test func aCodebookComesBackAsItWas() throws {
    var other = Samples.codebook
    other.id = "a/other"
    other.overlap = .all
    other.exclusions = [CodingRule(.pattern("第.章"))]
    other.themes[2].parent = 0
    other.themes[2].examples = [ThemeExample("某文", .leading)]
    other.themes[2].terms = [
      Term(
        CodingRule(
          .near(
            [
              CodingRule(.any([.phrase("削減"), CodingRule(.phrase("CUT", isExact: true))])),
              CodingRule(.all([.phrase("開支"), .phrase("公共")], within: .document)),
            ], within: .sentences(2), isOrdered: true),
          unless: [.phrase("不削減")],
          absence: CodingRule.Absence([.phrase("歷史")], within: .paragraph)),
        weight: 1.5, label: "削減開支", statuses: [.aligned, .nested])
    ]
    let row = try corpus.register(other, sha256: "x")
    #expect(
      try corpus.codebooks() == [
        StoredCodebook(rowID: row, sha256: "x", codebook: other),
        StoredCodebook(rowID: codebook, sha256: "cb", codebook: Samples.codebook),
      ])
    #expect(try corpus.codebook(named: "a/other")?.codebook == other)
    #expect(try corpus.codebook(named: "none") == nil)
  }

  @Test func registeringTheSameCodebookChangesNothing() throws {
    let before = try corpus.contentFingerprint()
    #expect(try corpus.register(Samples.codebook, sha256: "cb") == codebook)
    #expect(try corpus.contentFingerprint() == before)
  }

  @Test(arguments: [true, false])
  func aChangedCodebookKeepsItsRowAndLosesWhatWasFoundWithIt(byDigest: Bool) throws {
    var other = Samples.codebook
    other.id = "other"
    let otherRow = try corpus.register(other, sha256: "x")
    let early = try #require(try corpus.allContent().last)
    try corpus.storeAnnotations(
      codebook: otherRow, [Samples.annotation(of: early)], stamp: "s")
    let ofOther = try corpus.matches(codebook: otherRow)

    var changed = Samples.codebook
    if !byDigest { changed.themes[0].terms.removeLast() }
    let row = try corpus.register(changed, sha256: byDigest ? "new" : "cb")
    #expect(row == codebook)
    #expect(try corpus.codebook(named: "policy")?.codebook == changed)
    #expect(try corpus.matches(codebook: codebook).isEmpty)
    #expect(try corpus.coverageRecords(codebook: codebook).allSatisfy { $0.themes.isEmpty })
    #expect(
      try corpus.documentCount(pending: StageStamp(.themes(of: "policy"), "s")) == 3)
    #expect(try corpus.documentCount(pending: StageStamp(.tokens, "s")) == 0)
    #expect(try corpus.matches(codebook: otherRow) == ofOther)
    #expect(try corpus.documentCount(pending: StageStamp(.themes(of: "other"), "s")) == 2)
  }

  @Test func matchesComeByDocumentBlockAndPlaceWithAllThatShowsThem() throws {
    let matches = try corpus.matches(codebook: codebook)
    #expect(
      matches.map { "\($0.document.key) \($0.ordinal) \($0.match.range) \($0.match.theme)" } == [
        "early 1 0..<2 0", "early 1 0..<2 1", "early 1 3..<5 0", "early 3 1..<3 1",
        "undated 1 0..<2 1", "undated 2 0..<2 1", "undated 2 2..<4 1",
      ])
    #expect(
      matches[2].match == ThemeMatch(theme: 0, term: 0, range: 3..<5, status: .nested))
    #expect(matches[2].document.title == "題為early")
    let document = try #require(try corpus.document(key: "early"))
    #expect(matches[3].block == document.blocks[3])
    #expect(try corpus.documents()[0] == matches[3].document)
  }

  @Test(arguments: [
    (MatchFilter(themes: [0]), 2), (MatchFilter(themes: [0, 1]), 7), (MatchFilter(themes: []), 0),
    (MatchFilter(themes: [2]), 0), (MatchFilter(terms: ["人才"]), 2),
    (MatchFilter(themes: [1], terms: ["人才"]), 1), (MatchFilter(terms: ["鐵路", "創科"]), 5),
    (MatchFilter(terms: ["鐵"]), 0), (MatchFilter(terms: []), 0),
    (MatchFilter(statuses: [.aligned]), 4), (MatchFilter(statuses: [.nested, .aligned]), 7),
    (MatchFilter(statuses: []), 0), (MatchFilter(themes: [1], statuses: [.nested]), 2),
    (MatchFilter(documents: DocumentFilter(keys: ["undated"])), 3),
    (MatchFilter(terms: ["人才"], documents: DocumentFilter(keys: ["undated"])), 0),
    (MatchFilter(documents: DocumentFilter(to: Samples.date("2023-01-01"))), 4),
  ])
  func aMatchFilterSelectsWhatFitsAllItsFields(filter: MatchFilter, count: Int) throws {
    #expect(try corpus.matches(codebook: codebook, filter: filter).count == count)
    let counts = try corpus.matchCounts(codebook: codebook, filter: filter)
    #expect(counts.reduce(0) { $0 + $1.count } == count)
    var streamed = 0
    try corpus.forEachMatch(codebook: codebook, filter: filter) { _ in streamed += 1 }
    #expect(streamed == count)
  }

  @Test func matchesCanBeReadInPages() throws {
    let all = try corpus.matches(codebook: codebook)
    for offset in 0...8 {
      let page = try corpus.matches(codebook: codebook, limit: 3, offset: offset)
      #expect(page == Array(all.dropFirst(offset).prefix(3)))
    }
    #expect(try corpus.matches(codebook: codebook, limit: 0).isEmpty)
  }

  @Test func countsAreByDocumentThemeTermAndStatus() throws {
    #expect(
      try corpus.matchCounts(codebook: codebook) == [
        MatchCount(document: "early", theme: 0, term: 0, aligned: 0, nested: 1, crossing: 0),
        MatchCount(document: "early", theme: 0, term: 1, aligned: 1, nested: 0, crossing: 0),
        MatchCount(document: "early", theme: 1, term: 0, aligned: 0, nested: 1, crossing: 0),
        MatchCount(document: "early", theme: 1, term: 1, aligned: 1, nested: 0, crossing: 0),
        MatchCount(document: "undated", theme: 1, term: 0, aligned: 2, nested: 1, crossing: 0),
      ])
  }

  @Test func coverageListsEveryDocumentWithTheThemesItHas() throws {
    let records = try corpus.coverageRecords(codebook: codebook)
    #expect(records.map(\.key) == ["early", "late", "undated"])
    #expect(records.map { $0.themes.map(\.theme) } == [[0, 1], [], [1]])
    #expect(records.map { $0.themes.map(\.count) } == [[2, 2], [], [3]])
    #expect(records.map { $0.themes.map(\.passages) } == [[1, 2], [], [2]])
    let content = try #require(try corpus.allContent().last)
    let scores = Samples.annotation(of: content).scores.sorted { $0.theme < $1.theme }
    #expect(records[0].themes == scores)
    #expect(records[1].authors == ["李小明"])
    #expect(records[0].title == "題為early")
    #expect(records[0].publication == "明報")
    #expect(records[0].date == Samples.date("2013-05-06"))
    #expect(records[0].characters == 11)
  }

  @Test func coverageCanBeFilteredAndStreamed() throws {
    let filter = DocumentFilter(authors: ["李小明"])
    #expect(try corpus.coverageRecords(codebook: codebook, matching: filter).map(\.key) == ["late"])
    var streamed: [DocumentCoverage] = []
    try corpus.forEachCoverageRecord(codebook: codebook) { streamed.append($0) }
    #expect(try corpus.coverageRecords(codebook: codebook) == streamed)
  }

  @Test func annotatingAgainReplacesWhatWasFound() throws {
    let content = try corpus.allContent()
    let emptied = content.map {
      DocumentAnnotation(document: $0.reference, blocks: [], scores: [])
    }
    try corpus.storeAnnotations(codebook: codebook, [emptied[2]], stamp: "2")
    #expect(Set(try corpus.matches(codebook: codebook).map(\.document.key)) == ["undated"])
    #expect(try corpus.documentCount(pending: StageStamp(.themes(of: "policy"), "2")) == 2)
    try corpus.storeAnnotations(
      codebook: codebook, [Samples.annotation(of: content[2])], stamp: "s")
    #expect(try corpus.matches(codebook: codebook).count == 7)
  }

  @Test(arguments: [(99, 0, 0), (1, 9, 0), (1, 0, 9)])
  func aMatchOfNothingIsRefusedAndNothingOfItsBatchStored(
    block: Int, theme: Int, term: Int
  ) throws {
    let before = try corpus.contentFingerprint()
    let content = try corpus.allContent()
    let wrong = DocumentAnnotation(
      document: content[1].reference,
      blocks: [
        BlockMatches(ordinal: block, matches: [ThemeMatch(theme: theme, term: term, range: 0..<1)])
      ], scores: [])
    let error = #expect(throws: StoreError.self) {
      try corpus.storeAnnotations(
        codebook: codebook,
        [DocumentAnnotation(document: content[0].reference, blocks: [], scores: []), wrong],
        stamp: "2")
    }
    #expect(error?.diagnostic.code == "corpus-write-failed")
    #expect(try corpus.contentFingerprint() == before)
  }

  @Test func aCodebookThatIsNotThereIsRefused() throws {
    let error = #expect(throws: StoreError.self) {
      try corpus.storeAnnotations(codebook: 99, [], stamp: "s")
    }
    #expect(error?.diagnostic.code == "corpus-write-failed")
  }

  @Test(arguments: [
    "UPDATE \"match\" SET status = 9", "UPDATE \"match\" SET \"end\" = 999",
    "UPDATE block SET role = 'poem'", "UPDATE block SET source = x'05ff'",
    "UPDATE block SET text = 'x'",
  ])
  func valuesThatCannotBeAreReportedAsDamage(sql: String) throws {
    try corpus.write { try $0.execute(sql: sql) }
    let error = #expect(throws: StoreError.self) { try corpus.matches(codebook: codebook) }
    #expect(error?.diagnostic.code == "corpus-damaged")
  }

  @Test func statisticsCountEverything() throws {
    let statistics = try corpus.statistics()
    #expect(statistics.documents == 3)
    #expect(statistics.blocks == 9)
    #expect(statistics.characters == 7 + 1 + 11)
    #expect(statistics.matches == 7)
    #expect(statistics.codebooks == 1)
    try corpus.close()
    let size = try Corpus(openingAt: corpus.path).statistics().fileSize
    #expect(statistics.fileSize == size)
  }
}
