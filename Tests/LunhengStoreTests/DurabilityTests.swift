import Foundation
import GRDB
import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct DurabilityTests {
  let folder: TemporaryFolder
  let corpus: Corpus

  init() throws {
    folder = try TemporaryFolder()
    corpus = try folder.corpus()
  }

  /// What a kill leaves: the files as they are at this moment.
  private func copy(to name: String) throws -> String {
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: corpus.path + suffix, toPath: folder.file(name + suffix))
    }
    return folder.file(name)
  }

  @Test func aKillInTheMiddleOfATransactionLeavesTheLastCommit() throws {
    try corpus.add([Samples.document("a"), Samples.document("b")])
    try corpus.analyse()
    let before = try corpus.contentFingerprint()
    var killed = ""
    try corpus.write { database in
      // So small that the transaction's pages are written out before it ends.
      try database.execute(sql: "PRAGMA cache_size = 1")
      try database.execute(sql: "DELETE FROM document WHERE key = 'a'")
      let writer = try DocumentWriter(database, readerVersion: "1")
      for number in 0..<300 {
        let text = String(repeating: "長文。", count: 200)
        _ = try writer.store(Samples.input(Samples.document("n\(number)", texts: [text])))
      }
      let size = try FileManager.default.attributesOfItem(atPath: corpus.path + "-wal")[.size]
      #expect(try #require(size as? Int) > 300_000)
      killed = try copy(to: "killed")
    }
    #expect(try corpus.documents().count == 301)
    #expect(try Corpus(openingAt: killed).contentFingerprint() == before)
    // Work goes on where it stopped.
    let resumed = try Corpus(creatingAt: killed)
    #expect(
      try resumed.add([Samples.document("a"), Samples.document("n0")]) == [.unchanged, .new])
    try resumed.close()
    #expect(!FileManager.default.fileExists(atPath: killed + "-wal"))
  }

  @Test func aKillAfterACommitLosesNothing() throws {
    try corpus.add([Samples.document("a")])
    let codebook = try corpus.analyse()
    let killed = try Corpus(openingAt: copy(to: "killed"))
    #expect(try killed.contentFingerprint() == corpus.contentFingerprint())
    #expect(try killed.matches(codebook: codebook) == corpus.matches(codebook: codebook))
  }

  @Test func aWriteThatFailsHalfWayLeavesNothing() throws {
    struct Failure: Error {}
    try corpus.add([Samples.document("a")])
    let before = try corpus.contentFingerprint()
    let error = #expect(throws: StoreError.self) {
      try corpus.write { database in
        let writer = try DocumentWriter(database, readerVersion: "2")
        _ = try writer.store(Samples.input(Samples.document("a", texts: ["新"]), sha256: "bb"))
        _ = try writer.store(Samples.input(Samples.document("b")))
        throw Failure()
      }
    }
    #expect(error?.diagnostic.code == "corpus-write-failed")
    #expect(try corpus.contentFingerprint() == before)
    #expect(try corpus.add([Samples.document("b")]) == [.new])
  }

  @Test func aFullDiskLeavesTheLastCommit() throws {
    try corpus.add([Samples.document("a")])
    let before = try corpus.contentFingerprint()
    try corpus.connection.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 60") }
    let text = String(repeating: "長文。", count: 100_000)
    let error = #expect(throws: StoreError.self) {
      try corpus.add([Samples.document("b"), Samples.document("c", texts: [text])])
    }
    #expect(error?.diagnostic.code == "corpus-write-failed")
    #expect(try corpus.contentFingerprint() == before)
  }
}
