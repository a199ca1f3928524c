import Foundation
import GRDB
import LunhengCore
import Synchronization
import Testing

@testable import LunhengStore

@Suite struct ConcurrencyTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs the bodies on threads of their own, which the tasks of a small machine do not have; gives
  /// what they throw.
  private func atOnce(_ bodies: [@Sendable () throws -> Void]) -> [any Error] {
    let group = DispatchGroup()
    let errors = Mutex<[any Error]>([])
    for body in bodies {
      group.enter()
      Thread.detachNewThread {
        do { try body() } catch { errors.withLock { $0.append(error) } }
        group.leave()
      }
    }
    group.wait()
    return errors.withLock { $0 }
  }

  @Test func readersSeeWholeBatchesWhileAWriterWorks() throws {
    let path = folder.file("corpus.lunheng")
    let writer = try Corpus(creatingAt: path)
    let reading: @Sendable () throws -> Void = {
      let reader = try Corpus(openingAt: path)
      var largest = 0
      while largest < 200 {
        let count = try reader.documents().count
        #expect(count % 10 == 0 && count >= largest)
        largest = count
      }
    }
    let writing: @Sendable () throws -> Void = {
      for batch in 0..<20 {
        try writer.add((0..<10).map { Samples.document("d\(batch)-\($0)") })
      }
    }
    #expect(atOnce([reading, reading, writing]).isEmpty)
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

  @Test func aWriterWaitsForAnother() throws {
    let first = try folder.corpus()
    let second = try Corpus(openingAt: first.path, writable: true)
    let errors = atOnce(
      [(first, "a"), (second, "b")].map { corpus, name in
        { for number in 0..<30 { try corpus.add([Samples.document("\(name)\(number)")]) } }
      })
    #expect(errors.isEmpty)
    #expect(try first.documents().count == 60)
  }

  @Test func severalProgramsMayCreateACorpusAtOnce() throws {
    for attempt in 0..<20 {
      let path = folder.file("corpus\(attempt)")
      let errors = atOnce(
        (0..<4).map { number in
          { try Corpus(creatingAt: path).add([Samples.document("d\(number)")]) }
        })
      #expect(errors.isEmpty, "\(errors)")
      #expect(try Corpus(openingAt: path).documents().count == 4)
    }
  }

  @Test func aWriterThatDoesNotFinishIsReportedButDoesNotStopReaders() throws {
    let corpus = try folder.corpus()
    try corpus.add([Samples.document("a")])
    let other = try Corpus(path: corpus.path, access: .writing, patience: 0.05)
    try corpus.write { _ in
      #expect(throws: StoreError.locked(path: corpus.path)) {
        try other.add([Samples.document("b")])
      }
      let documents = try other.documents()
      #expect(documents.count == 1)
    }
    #expect(try other.add([Samples.document("b")]) == [.new])
  }
}
