import Foundation
import GRDB
import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aClosedCorpusIsOneFile() throws {
    let corpus = try folder.corpus()
    try corpus.add([Samples.document("a")])
    _ = try corpus.documents()
    try corpus.close()
    #expect(try folder.fileNames == ["corpus.lunheng"])
  }

  @Test func aCorpusThatNobodyHoldsIsOneFileToo() throws {
    try folder.corpus().add([Samples.document("a")])
    #expect(try folder.fileNames == ["corpus.lunheng"])
  }

  @Test func aCreatedCorpusKeepsItsContentWhenOpenedAgain() throws {
    try folder.corpus().add([Samples.document("a")])
    #expect(try folder.corpus().documents().map(\.key) == ["a"])
    #expect(try Corpus(openingAt: folder.file("corpus.lunheng")).documents().count == 1)
  }

  @Test func lookingIntoACorpusLeavesNoTrace() throws {
    let path = folder.file("corpus.lunheng")
    let corpus = try folder.corpus()
    try corpus.add([Samples.document("a")])
    try corpus.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let reader = try Corpus(openingAt: path)
    _ = try reader.documents()
    try reader.close()
    let writer = try Corpus(creatingAt: path)
    try writer.add([Samples.document("a")])
    try writer.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    #expect(try folder.fileNames == ["corpus.lunheng"])
  }

  @Test func openingAMissingFileSaysSoAndMakesNone() throws {
    let path = folder.file("none.lunheng")
    #expect(throws: StoreError.missing(path: path)) { try Corpus(openingAt: path) }
    #expect(throws: StoreError.missing(path: path)) {
      try Corpus(openingAt: path, writable: true)
    }
    #expect(try folder.fileNames == [])
  }

  @Test(arguments: [false, true]) func aTextFileIsRefusedAndLeftAsItIs(creating: Bool) throws {
    let path = folder.file("notes.txt")
    let text = String(repeating: "這不是資料庫。\n", count: 100)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.notACorpus(path: path)) {
      _ = try creating ? Corpus(creatingAt: path) : Corpus(openingAt: path)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test(arguments: [false, true])
  func anotherProgramsDatabaseIsRefusedAndLeftAsItIs(creating: Bool) throws {
    let path = folder.file("other.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
    try queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notACorpus(path: path)) {
      _ = try creating ? Corpus(creatingAt: path) : Corpus(openingAt: path)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    #expect(try folder.fileNames == ["other.sqlite"])
  }

  @Test func aFolderIsRefused() throws {
    #expect(throws: StoreError.notACorpus(path: folder.path)) {
      try Corpus(creatingAt: folder.path)
    }
  }

  @Test func anEmptyFileBecomesACorpusButIsNoneYet() throws {
    let path = folder.file("empty.lunheng")
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notACorpus(path: path)) { try Corpus(openingAt: path) }
    #expect(try Corpus(creatingAt: path).documents().isEmpty)
  }

  @Test func aCorpusOfANewerVersionIsRefused() throws {
    let path = try corpusFile(version: Schema.version + 1)
    let error = StoreError.newerVersion(
      path: path, found: Schema.version + 1, supported: Schema.version)
    #expect(throws: error) { try Corpus(openingAt: path) }
    #expect(throws: error) { try Corpus(creatingAt: path) }
  }

  @Test func aCorpusOfAnOlderVersionIsNotReadUnconverted() throws {
    let path = try corpusFile(version: 0)
    #expect(
      throws: StoreError.olderVersion(path: path, found: 0, supported: Schema.version)
    ) { try Corpus(openingAt: path) }
  }

  @Test func aCorpusOfVersion1IsConvertedAndItsDocumentsAwaitTheirThemesAndKeywords() throws {
    let path = folder.file("old.lunheng")
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(
        sql: """
          PRAGMA application_id = \(Schema.applicationID);
          PRAGMA user_version = 1;
          \(Schema.tablesOfVersion1)
          INSERT INTO document (key, revision, path, sha256, encoding, characters)
            VALUES ('a', 0, 'a.txt', 'aa', 'UTF-8', 2);
          INSERT INTO block (document, ordinal, role, first_line, last_line, text, characters, source)
            VALUES (1, 0, 'paragraph', 1, 1, '鐵路', 2, x'');
          INSERT INTO codebook VALUES (1, 'policy', 'cb', '{}', 'theme');
          INSERT INTO theme VALUES (1, 0, 'transport', '{}', NULL);
          INSERT INTO term VALUES (1, 0, 0, '鐵路', 1);
          INSERT INTO "match" VALUES (1, 0, 0, 2, 1, 0, 0, 0);
          INSERT INTO coverage VALUES (1, 1, 0, 1, 1, 1);
          INSERT INTO stage VALUES (1, 'themes:policy', 's');
          INSERT INTO keyword VALUES (1, 0, '鐵路', 1, 1);
          INSERT INTO stage VALUES (1, 'keywords', 's');
          """)
    }
    try queue.close()
    #expect(
      throws: StoreError.olderVersion(path: path, found: 1, supported: Schema.version)
    ) { try Corpus(openingAt: path) }
    let corpus = try Corpus(openingAt: path, writable: true)
    #expect(try corpus.documents().map(\.key) == ["a"])
    #expect(try corpus.codebooks().isEmpty)
    for stage in [Stage.themes(of: "policy"), .keywords] {
      #expect(try corpus.documentCount(pending: StageStamp(stage, "s")) == 1)
    }
    #expect(try corpus.keywords(ofDocument: "a").isEmpty)
  }

  @Test func aFolderThatDoesNotExistCannotTakeACorpus() throws {
    let error = #expect(throws: StoreError.self) {
      try Corpus(creatingAt: folder.file("none/corpus.lunheng"))
    }
    #expect(error?.diagnostic.code == "corpus-write-failed")
  }

  @Test(arguments: [":memory:", "file:corpus.lunheng?mode=memory", "百分 %41?.lunheng"])
  func namesMeanFilesWhateverTheyMeanToSQLite(name: String) throws {
    let path = folder.file(name)
    try Corpus(creatingAt: path).add([Samples.document("a")])
    #expect(try folder.fileNames == [name])
    #expect(try Corpus(openingAt: path).documents().count == 1)
  }

  @Test func aFileIsFoundByTheNameForReadOnlyPlaces() throws {
    let path = folder.file("百分 %41?#&.lunheng")
    try Corpus(creatingAt: path).add([Samples.document("a")])
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(
      path: CorpusConnections.unchangingFileName(of: path), configuration: configuration)
    let count = try queue.read { database in
      try Query("SELECT count(*) FROM document", in: database).first { $0.int(0) }
    }
    #expect(count == 1)
    #expect(try folder.fileNames == ["百分 %41?#&.lunheng"])
  }

  @Test func aCreationThatWasCutShortIsFinishedByTheNextProgram() throws {
    let path = folder.file("corpus.lunheng")
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase {
      try $0.execute(
        sql: """
          PRAGMA journal_mode = WAL; PRAGMA application_id = \(Schema.applicationID);
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)
          """)
    }
    try queue.close()
    let error = #expect(throws: StoreError.self) { try Corpus(openingAt: path) }
    #expect(error?.diagnostic.code == "corpus-older-version")
    #expect(try Corpus(creatingAt: path).add([Samples.document("a")]) == [.new])
  }

  @Test func aCorpusOpenedForReadingCannotBeWritten() throws {
    try folder.corpus().add([Samples.document("a")])
    let path = folder.file("corpus.lunheng")
    let corpus = try Corpus(openingAt: path)
    #expect(!corpus.isWritable)
    #expect(throws: StoreError.readOnly(path: path)) { try corpus.add([Samples.document("b")]) }
    #expect(try corpus.documents().map(\.key) == ["a"])
  }

  @Test func anExistingCorpusCanBeOpenedForWriting() throws {
    try folder.corpus().add([Samples.document("a")])
    let corpus = try Corpus(openingAt: folder.file("corpus.lunheng"), writable: true)
    try corpus.removeDocuments(keys: ["a"])
    #expect(try corpus.documents().isEmpty)
  }

  @Test func callsAfterClosingThrow() throws {
    let corpus = try folder.corpus()
    try corpus.close()
    #expect(throws: StoreError.self) { try corpus.documents() }
    #expect(throws: StoreError.self) { try corpus.add([Samples.document("a")]) }
  }

  @Test func aCutOffCorpusIsAnErrorNotACrash() throws {
    let path = folder.file("corpus.lunheng")
    let corpus = try folder.corpus()
    try corpus.add((0..<200).map { Samples.document("d\($0)") })
    try corpus.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: StoreError.self) {
      let corpus = try Corpus(openingAt: path)
      _ = try corpus.contentFingerprint()
    }
    #expect(error?.diagnostic.code == "corpus-damaged")
  }

  @Test func theConnectionsAreSetUpForDurabilityAndLittleMemory() throws {
    let corpus = try folder.corpus()
    func setting(_ name: String) throws -> String? {
      try corpus.write { database in
        try Query("PRAGMA \(name)", in: database).first { $0.text(0) }
      }
    }
    #expect(try setting("journal_mode") == "wal")
    #expect(try setting("synchronous") == "1")
    #expect(try setting("foreign_keys") == "1")
    #expect(try setting("cache_size") == "-8000")
    #expect(try setting("mmap_size") == "0")
  }

  private func corpusFile(version: Int) throws -> String {
    let corpus = try folder.corpus()
    try corpus.write { try $0.execute(sql: "PRAGMA user_version = \(version)") }
    try corpus.close()
    return corpus.path
  }
}
