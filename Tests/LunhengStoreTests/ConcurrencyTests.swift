import Foundation
import GRDB
import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct ConcurrencyTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func readersSeeWholeBatchesWhileAWriterWorks() async throws {
    let path = folder.file("corpus.lunheng")
    let writer = try Corpus(creatingAt: path)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<2 {
        group.addTask {
          let reader = try Corpus(openingAt: path)
          var largest = 0
          while largest < 200 {
            let count = try reader.documents().count
            #expect(count % 10 == 0 && count >= largest)
            largest = count
          }
          return largest
        }
      }
      group.addTask {
        for batch in 0..<20 {
          try writer.add((0..<10).map { Samples.document("d\(batch)-\($0)") })
        }
        return 0
      }
      for try await _ in group {}
    }
    #expect(try writer.statistics().documents == 200)
  }

  @Test func aReadIsOfOneStateWhateverIsWrittenMeanwhile() throws {
    let corpus = try folder.corpus()
    try corpus.add([Samples.document("a")])
    let other = try Corpus(openingAt: corpus.path, writable: true)
    try corpus.read { _ in
      let before = try corpus.contentFingerprint()
      try other.add([Samples.document("b")])
      #expect(try corpus.contentFingerprint() == before)
    }
    #expect(try corpus.documents().count == 2)
  }

  @Test func aWriterWaitsForAnother() async throws {
    let first = try folder.corpus()
    let second = try Corpus(openingAt: first.path, writable: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (corpus, name) in [(first, "a"), (second, "b")] {
        group.addTask {
          for number in 0..<30 { try corpus.add([Samples.document("\(name)\(number)")]) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try first.documents().count == 60)
  }

  @Test func severalProgramsMayCreateACorpusAtOnce() async throws {
    for attempt in 0..<10 {
      let path = folder.file("corpus\(attempt)")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<3 {
          group.addTask { try Corpus(creatingAt: path).add([Samples.document("d\(number)")]) }
        }
        try await group.waitForAll()
      }
      #expect(try Corpus(openingAt: path).documents().count == 3)
    }
  }

  @Test func aLockIsReportedAsOne() {
    let busy = DatabaseError(resultCode: .SQLITE_BUSY)
    #expect(StoreError(busy, path: "p", during: .writing) == .locked(path: "p"))
  }
}
