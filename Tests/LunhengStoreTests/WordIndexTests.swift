import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct WordIndexTests {
  let folder: TemporaryFolder
  let corpus: Corpus

  init() throws {
    folder = try TemporaryFolder()
    corpus = try folder.corpus()
  }

  private static let stamp = StageStamp(.index, "1", on: .tokens)

  /// The characters of a document as its words, each a noun or, where it is 動, a verb.
  private func words(of document: StoredDocument) -> DocumentWords {
    var table = TaggedVocabulary()
    var text = IndexedText()
    for block in document.blocks {
      let numbers = block.units.map { unit in
        [unit].withUnsafeBufferPointer {
          UInt32(table.insert($0, tag: unit == "動".utf16.first! ? 15 : 7).number)
        }
      }
      text.append(numbers, ordinal: block.ordinal, sentences: [])
    }
    return DocumentWords(
      document: document.reference, segmentation: "s", table: table, text: text)
  }

  /// Segments and indexes what is pending, so many documents a batch.
  private func index(batch: Int = 100, stamp: StageStamp = Self.stamp) throws {
    let pending = try corpus.allContent(pending: StageStamp(.tokens, "s"))
    try corpus.storeTokens(pending.map { Samples.tokens(of: $0) }, stamp: "s")
    let numbering = WordNumbering()
    var last: Int64 = 0
    while case let documents = try corpus.contentBatch(after: last, limit: batch, pending: stamp),
      let end = documents.last
    {
      try corpus.storeWords(
        documents.map { words(of: $0) }, numbering: numbering, stamp: stamp.stamp)
      last = end.reference.rowID
    }
  }

  /// The keys of the documents whose indexed text has the word, by what the postings say and by the text.
  private func keys(withWord word: String) throws -> [String] {
    var numbers: [Int] = []
    try corpus.forEachWord(folded: FoldedText(Array(word.utf16)).units) { number, _, form in
      numbers.append(number)
    }
    let keys = Dictionary(uniqueKeysWithValues: try corpus.documents().map { ($0.rowID, $0.key) })
    var found: [String] = []
    var text = IndexedText()
    try corpus.forEachIndexedText(of: try corpus.documents(withWords: numbers)) { row, bytes in
      let isWhole = text.decode(bytes)
      #expect(isWhole)
      if text.words.contains(where: { numbers.contains(Int($0)) }) { found.append(keys[row]!) }
    }
    var scanned: [String] = []
    try corpus.forEachIndexedText(of: nil) { row, bytes in
      let isWhole = text.decode(bytes)
      #expect(isWhole)
      if text.words.contains(where: { numbers.contains(Int($0)) }) { scanned.append(keys[row]!) }
    }
    #expect(found == scanned, "the postings of \(word)")
    return found.sorted()
  }

  @Test func aWordLeadsToItsDocuments() throws {
    try corpus.add([
      Samples.document("a", texts: ["甲線"]), Samples.document("b", texts: ["乙綫動", "甲"]),
      Samples.document("c", texts: []),
    ])
    try index()
    #expect(try keys(withWord: "甲") == ["a", "b"])
    #expect(try keys(withWord: "線") == ["a", "b"])
    #expect(try keys(withWord: "乙") == ["b"])
    #expect(try keys(withWord: "丙") == [])
    #expect(try corpus.tokenCounts().values.sorted() == [0, 2, 4])
    #expect(try corpus.documentCount(pending: Self.stamp) == 0)
    var words = 0
    try corpus.forEachWord { _, tag, folded in
      words += 1
      #expect((String(decoding: folded, as: UTF8.self) == "动") == (tag == 15))
    }
    // 線 and 綫 are two spellings.
    #expect(words == 5)
    #expect(try corpus.lastWord() == 5)
  }

  @Test func replacedAndRemovedDocumentsLeaveTheIndex() throws {
    try corpus.add((0..<20).map { Samples.document("d\($0)", texts: ["甲乙\($0)"]) })
    try index(batch: 3)
    _ = try corpus.ingest(
      [Samples.input(Samples.document("d3", texts: ["丙"]), sha256: "bb")], readerVersion: "1")
    try corpus.removeDocuments(keys: ["d4"])
    #expect(try keys(withWord: "甲").count == 18)
    #expect(try corpus.documentCount(pending: Self.stamp) == 1)
    try index()
    #expect(try keys(withWord: "甲").count == 18)
    #expect(try keys(withWord: "丙") == ["d3"])
    #expect(try corpus.documentCount(pending: Self.stamp) == 0)
  }

  @Test func segmentsAreJoinedAndLoseNothing() throws {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("天地玄黃宇宙洪荒日月盈昃辰宿列張")
    let texts = (0..<150).map { _ in
      String((0..<8).map { _ in alphabet.randomElement(using: &generator)! })
    }
    try corpus.add(texts.enumerated().map { Samples.document("d\($0)", texts: [$1]) })
    try index(batch: 1)
    let levels = try corpus.read { database in
      try Query("SELECT level, count(*) FROM posting_segment GROUP BY level", in: database)
        .map { [$0.int(0), $0.int(1)] }
    }
    // 150 in the system of eights: 2·64 + 2·8 + 6.
    #expect(levels == [[0, 6], [1, 2], [2, 2]])
    for character in alphabet {
      let expected = texts.indices.filter { texts[$0].contains(character) }.map { "d\($0)" }
      #expect(try keys(withWord: String(character)) == expected.sorted())
    }
  }

  @Test func joiningDropsRemovedDocuments() throws {
    try corpus.add((0..<8).map { Samples.document("d\($0)", texts: ["甲"]) })
    try corpus.storeTokens(try corpus.allContent().map { Samples.tokens(of: $0) }, stamp: "s")
    let documents = try corpus.allContent()
    let numbering = WordNumbering()
    for (number, document) in documents.enumerated() {
      if number == 7 { try corpus.removeDocuments(keys: ["d0", "d1"]) }
      try corpus.storeWords([words(of: document)], numbering: numbering, stamp: "1")
    }
    var word = 0
    try corpus.forEachWord(folded: Array("甲".utf16)) { number, _, _ in word = number }
    #expect(try corpus.documents(withWords: [word]).count == 6)
  }

  @Test func otherTokensMakeDocumentsPendingAgain() throws {
    try corpus.add([Samples.document("a"), Samples.document("b")])
    try index()
    let document = try corpus.allContent()[0]
    try corpus.storeTokens([Samples.tokens(of: document)], stamp: "other lexicon")
    #expect(try corpus.documentCount(pending: Self.stamp) == 1)
    #expect(try corpus.documentCount(pending: StageStamp(.index, "2", on: .tokens)) == 2)
  }

  @Test func resultsForReplacedDocumentsAreLeftOut() throws {
    try corpus.add([Samples.document("a", texts: ["甲"])])
    let stale = words(of: try corpus.allContent()[0])
    _ = try corpus.ingest(
      [Samples.input(Samples.document("a", texts: ["乙"]), sha256: "bb")], readerVersion: "1")
    #expect(try corpus.storeWords([stale], numbering: WordNumbering(), stamp: "1") == 0)
    #expect(try corpus.tokenCounts().isEmpty)
  }

  @Test func aFailedBatchLeavesNoNumbersBehind() throws {
    try corpus.add([Samples.document("a", texts: ["甲"])])
    let numbering = WordNumbering()
    let words = words(of: try corpus.allContent()[0])
    try corpus.write { try $0.execute(sql: "ALTER TABLE posting RENAME TO hidden") }
    #expect(throws: StoreError.self) {
      try corpus.storeWords([words], numbering: numbering, stamp: "1")
    }
    try corpus.write { try $0.execute(sql: "ALTER TABLE hidden RENAME TO posting") }
    #expect(try corpus.lastWord() == 0)
    #expect(try corpus.storeWords([words], numbering: numbering, stamp: "1") == 1)
    #expect(try keys(withWord: "甲") == ["a"])
  }

  @Test func aClearedIndexIsEmptyAndItsDocumentsPending() throws {
    try corpus.add([Samples.document("a")])
    try index()
    let fingerprint = try corpus.contentFingerprint()
    try corpus.clearWordIndex(unlessOf: Self.stamp)
    #expect(try corpus.lastWord() > 0)
    try corpus.clearWordIndex(unlessOf: StageStamp(.index, "2", on: .tokens))
    #expect(try corpus.lastWord() == 0)
    #expect(try corpus.documentCount(pending: Self.stamp) == 1)
    // Searching is no change of the corpus.
    #expect(try corpus.contentFingerprint() == fingerprint)
  }

  @Test func damagedPostingsAreAnErrorAndNotACrash() throws {
    try corpus.add([Samples.document("a", texts: ["甲"])])
    try index()
    try corpus.write { try $0.execute(sql: "UPDATE posting SET content = x'00FF'") }
    let error = #expect(throws: StoreError.self) { try corpus.documents(withWords: [1]) }
    #expect(error?.diagnostic.code == "corpus-damaged")
  }
}
