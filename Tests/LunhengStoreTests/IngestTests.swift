import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct IngestTests {
  let folder: TemporaryFolder
  let corpus: Corpus

  init() throws {
    folder = try TemporaryFolder()
    corpus = try folder.corpus()
  }

  @Test func aDocumentComesBackAsItWas() throws {
    let document = Samples.document(
      "字/b.txt", authors: ["陳大文", "李小明"],
      texts: ["", "a\u{0}b", "\u{20000}與𠮷，é e\u{301} \u{FA00}\u{2F9D4}", "\"'%;--"])
    try corpus.add([document])
    #expect(try corpus.document(key: document.id) == document)
  }

  @Test func aDocumentWithoutMetadataOrBlocksComesBackToo() throws {
    let document = Document(id: "空", metadata: Metadata(), blocks: [])
    try corpus.add([document])
    #expect(try corpus.document(key: "空") == document)
  }

  @Test func anUnknownKeyHasNoDocument() throws {
    try corpus.add([Samples.document("a")])
    #expect(try corpus.document(key: "b") == nil)
  }

  @Test func anUnpairedSurrogateBecomesAReplacementCharacterOfTheSameLength() throws {
    var document = Samples.document("a", texts: ["甲乙丙"])
    document.blocks[1].units[1] = 0xD842
    try corpus.add([document])
    let units = try #require(try corpus.document(key: "a")).blocks[1].units
    #expect(units == [0x7532, 0xFFFD, 0x4E19])
  }

  @Test func outcomesTellWhatWasDone() throws {
    let inputs = [Samples.input(Samples.document("a")), Samples.input(Samples.document("b"))]
    #expect(try corpus.ingest(inputs, readerVersion: "1") == [.new, .new])
    let again = [
      Samples.input(Samples.document("b", texts: ["新"]), sha256: "bb"),
      Samples.input(Samples.document("c")), inputs[0],
    ]
    #expect(try corpus.ingest(again, readerVersion: "1") == [.replaced, .new, .unchanged])
    #expect(try corpus.document(key: "b")?.blocks.last?.text == "新")
  }

  @Test func ofTwoDocumentsWithOneKeyTheLaterStays() throws {
    let inputs = [
      Samples.input(Samples.document("a", texts: ["一"])),
      Samples.input(Samples.document("a", texts: ["二"]), sha256: "bb"),
    ]
    #expect(try corpus.ingest(inputs, readerVersion: "1") == [.new, .replaced])
    #expect(try corpus.document(key: "a")?.blocks.last?.text == "二")
    #expect(try corpus.statistics().documents == 1)
  }

  @Test(arguments: [
    ("bb", "p", 3, "UTF-8", "1"), ("aa", "q", 3, "UTF-8", "1"), ("aa", "p", 4, "UTF-8", "1"),
    ("aa", "p", 3, "Big5", "1"), ("aa", "p", 3, "UTF-8", "2"),
  ])
  func whateverAnOffsetDependsOnReplaces(
    sha256: String, path: String, line: Int, encoding: String, version: String
  ) throws {
    let document = Samples.document("a")
    func input(_ sha256: String, _ path: String, _ line: Int, _ encoding: String)
      -> IngestedDocument
    {
      Samples.input(
        document, path: path, recordLine: line, sha256: sha256, encoding: encoding)
    }
    _ = try corpus.ingest([input("aa", "p", 3, "UTF-8")], readerVersion: "1")
    let same = try corpus.ingest([input("aa", "p", 3, "UTF-8")], readerVersion: "1")
    #expect(same == [.unchanged])
    let other = try corpus.ingest([input(sha256, path, line, encoding)], readerVersion: version)
    #expect(other == [.replaced])
  }

  @Test func aReplacedDocumentKeepsItsRowAndLosesEveryResult() throws {
    try corpus.add([Samples.document("a"), Samples.document("b")])
    let codebook = try corpus.analyse()
    let row = try corpus.documents(matching: DocumentFilter(keys: ["a"]))[0].rowID
    try corpus.add([Samples.document("a")], readerVersion: "2")

    #expect(try corpus.documents(matching: DocumentFilter(keys: ["a"]))[0].rowID == row)
    #expect(try corpus.keywords(ofDocument: "a").isEmpty)
    #expect(try corpus.keywords(ofDocument: "b").count == 2)
    #expect(Set(try corpus.matches(codebook: codebook).map(\.document.key)) == ["b"])
    #expect(
      try corpus.coverageRecords(codebook: codebook).filter { $0.themes.isEmpty }.map(\.key)
        == ["a"])
    #expect(try corpus.allContent()[0].blocks.allSatisfy { $0.tokens == nil })
    for stage in [Stage.tokens, .keywords, .themes(of: "policy")] {
      #expect(try corpus.allContent(pending: StageStamp(stage, "s")).map(\.key) == ["a"])
    }
  }

  @Test func aDigestIsKnownOnlyToTheReaderThatReadIt() throws {
    let input = Samples.input(Samples.document("a"), recordLine: 7, sha256: "beef")
    _ = try corpus.ingest([input], readerVersion: "1")
    #expect(try corpus.digest(ofDocument: "a", readerVersion: "1") == "beef")
    #expect(try corpus.digest(ofDocument: "a", readerVersion: "2") == nil)
    #expect(try corpus.digest(ofDocument: "b", readerVersion: "1") == nil)
    #expect(
      try corpus.knownInputs(readerVersion: "1")
        == ["a": KnownInput(path: "files/a", recordLine: 7, sha256: "beef")])
    #expect(try corpus.knownInputs(readerVersion: "2").isEmpty)
  }

  @Test func removedDocumentsLeaveNothingBehind() throws {
    try corpus.add([Samples.document("a")])
    try corpus.analyse()
    let before = try corpus.contentFingerprint()
    try corpus.add([Samples.document("b"), Samples.document("c")])
    try corpus.analyse()
    #expect(try corpus.removeDocuments(keys: ["b", "none", "c", "b"]) == 2)
    #expect(try corpus.contentFingerprint() == before)
  }

  @Test func keysThatLookAlikeAreDifferentDocuments() throws {
    // Equal to Swift, which compares strings canonically; two files to the system.
    let keys = ["\u{F9D1}.txt", "\u{516D}.txt"]
    #expect(try corpus.add(keys.map { Samples.document($0) }) == [.new, .new])
    #expect(try corpus.documents(matching: DocumentFilter(keys: [keys[0]])).count == 1)
  }
}
