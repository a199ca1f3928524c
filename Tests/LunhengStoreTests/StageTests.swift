import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct StageTests {
  let folder: TemporaryFolder
  let corpus: Corpus

  init() throws {
    folder = try TemporaryFolder()
    corpus = try folder.corpus()
  }

  @Test func stagesReadContentBlocksOnly() throws {
    var document = Samples.document("a", texts: ["甲文", "乙文"])
    document.blocks.append(Samples.block("註", role: .citation))
    document.blocks.append(Samples.block("題", role: .title))
    try corpus.add([document, Document(id: "b", metadata: Metadata(), blocks: [])])
    let content = try corpus.allContent()
    #expect(content.map(\.key) == ["a", "b"])
    #expect(content.map(\.characters) == [5, 0])
    #expect(
      content[0].blocks == [
        StoredBlock(ordinal: 1, role: .paragraph, units: Array("甲文".utf16), tokens: nil),
        StoredBlock(ordinal: 2, role: .paragraph, units: Array("乙文".utf16), tokens: nil),
        StoredBlock(ordinal: 4, role: .title, units: Array("題".utf16), tokens: nil),
      ])
    #expect(content[1].blocks.isEmpty)
  }

  @Test func batchesReachEveryDocumentOnce() throws {
    try corpus.add((0..<10).map { Samples.document("d\($0)") })
    var batches: [[String]] = []
    var last: Int64 = 0
    while case let batch = try corpus.contentBatch(after: last, limit: 4), let end = batch.last {
      batches.append(batch.map(\.key))
      last = end.reference.rowID
    }
    #expect(batches.map(\.count) == [4, 4, 2])
    #expect(batches.joined().sorted() == (0..<10).map { "d\($0)" })
  }

  @Test func aBatchStaysUnderItsCharactersButNeverEmpty() throws {
    try corpus.add([
      Samples.document("long", texts: [String(repeating: "長", count: 100)]),
      Samples.document("short1", texts: ["短短"]), Samples.document("short2", texts: ["短短"]),
    ])
    func keys(after row: Int64, _ characters: Int) throws -> [String] {
      try corpus.contentBatch(after: row, limit: 9, maximumCharacters: characters).map(\.key)
    }
    #expect(try keys(after: 0, 50) == ["long"])
    #expect(try keys(after: 0, 102) == ["long", "short1"])
    #expect(try keys(after: 1, 4) == ["short1", "short2"])
  }

  @Test func tokensComeBackWithTheirBlocks() throws {
    try corpus.add([Samples.document("a", texts: ["甲文", "乙文"])])
    let reference = try corpus.allContent()[0].reference
    try corpus.storeTokens(
      [
        DocumentTokens(
          document: reference,
          blocks: [BlockTokens(ordinal: 2, tokens: [0, 255]), BlockTokens(ordinal: 1, tokens: [])])
      ], stamp: "1")
    #expect(try corpus.allContent()[0].blocks.map(\.tokens) == [[], [0, 255]])
  }

  @Test func tokensOfNoBlockAreRefused() throws {
    try corpus.add([Samples.document("a")])
    var tokens = Samples.tokens(of: try corpus.allContent()[0])
    tokens.blocks.append(BlockTokens(ordinal: 9, tokens: [1]))
    let error = #expect(throws: StoreError.self) {
      try corpus.storeTokens([tokens], stamp: "1")
    }
    #expect(error?.diagnostic.code == "corpus-write-failed")
    #expect(try corpus.allContent()[0].blocks.allSatisfy { $0.tokens == nil })
    #expect(try corpus.documentCount(pending: StageStamp(.tokens, "1")) == 1)
  }

  @Test func aDocumentIsPendingUntilItCarriesThatStamp() throws {
    try corpus.add([Samples.document("a"), Samples.document("b")])
    let first = try corpus.allContent()[0]
    try corpus.storeTokens([Samples.tokens(of: first)], stamp: "1")
    func pending(_ stage: Stage, _ stamp: String) throws -> [String] {
      let stamp = StageStamp(stage, stamp)
      let keys = try corpus.allContent(pending: stamp).map(\.key)
      #expect(try corpus.documentCount(pending: stamp) == keys.count)
      return keys
    }
    #expect(try pending(.tokens, "1") == ["b"])
    #expect(try pending(.tokens, "2") == ["a", "b"])
    #expect(try pending(.keywords, "1") == ["a", "b"])
    #expect(try corpus.documentCount() == 2)
    try corpus.storeTokens([Samples.tokens(of: first)], stamp: "2")
    #expect(try pending(.tokens, "2") == ["b"])
    #expect(try pending(.tokens, "1") == ["a", "b"])
  }

  @Test func resultsForTextThatWasReplacedMeanwhileAreLeftOut() throws {
    try corpus.add([Samples.document("a"), Samples.document("b"), Samples.document("c")])
    let content = try corpus.allContent()
    let codebook = try corpus.register(Samples.codebook, sha256: "cb")
    try corpus.add([Samples.document("a", texts: ["短"])], readerVersion: "2")
    try corpus.removeDocuments(keys: ["c"])
    try corpus.add([Samples.document("d")])

    #expect(try corpus.storeTokens(content.map(Samples.tokens), stamp: "s") == 1)
    let annotations = content.map(Samples.annotation)
    #expect(try corpus.storeAnnotations(codebook: codebook, annotations, stamp: "s") == 1)
    #expect(try corpus.storeKeywords(content.map(Samples.keywords), stamp: "s") == 1)
    for stage in [Stage.tokens, .keywords, .themes(of: "policy")] {
      #expect(
        Set(try corpus.allContent(pending: StageStamp(stage, "s")).map(\.key)) == ["a", "d"])
    }
  }

  @Test func keywordsComeBackBestFirstInPlaceOfTheOldOnes() throws {
    try corpus.add([Samples.document("a"), Samples.document("b", date: "2001-01-01")])
    let content = try corpus.allContent()
    let keywords = [
      Keyword(
        term: "乙", score: 9.25, count: 5,
        positions: [
          .init(block: 0, range: 3..<4), .init(block: 0, range: 4..<5),
          .init(block: 7, range: 0..<1), .init(block: 300, range: 70_000..<70_001),
        ]),
      Keyword(term: "甲", score: 1.0 / 3, count: 7),
    ]
    try corpus.storeKeywords(content.map(Samples.keywords), stamp: "1")
    try corpus.storeKeywords(
      [DocumentKeywords(document: content[0].reference, keywords: keywords)], stamp: "2")
    #expect(try corpus.keywords(ofDocument: "a") == keywords)
    #expect(try corpus.keywords(ofDocument: "none").isEmpty)
    var streamed: [String: [Keyword]] = [:]
    var order: [String] = []
    try corpus.forEachDocumentKeywords(limit: 1) {
      order.append($0.key)
      streamed[$0.key] = $1
    }
    #expect(order == ["b", "a"])
    #expect(streamed["a"] == [keywords[0]])
    #expect(streamed["b"]?.map(\.term) == ["鐵路"])
  }

  @Test func damagedPositionsOfKeywordsAreReported() throws {
    try corpus.add([Samples.document("a")])
    try corpus.storeKeywords(try corpus.allContent().map(Samples.keywords), stamp: "1")
    try corpus.write { try $0.execute(sql: "UPDATE keyword SET positions = x'80'") }
    #expect(throws: StoreError.self) { try corpus.keywords(ofDocument: "a") }
  }

  @Test func runsAreRememberedInOrder() throws {
    try corpus.recordRun(manifest: #"{"run":1}"#)
    try corpus.recordRun(manifest: #"{"run":2}"#)
    let runs = try corpus.manifests()
    #expect(runs.map(\.manifest) == [#"{"run":1}"#, #"{"run":2}"#])
    #expect(runs.map(\.id) == [1, 2])
    #expect(runs.allSatisfy { $0.finishedAt.hasSuffix("Z") && $0.finishedAt.utf8.count == 20 })
  }
}
