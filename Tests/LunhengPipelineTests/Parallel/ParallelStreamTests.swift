import Synchronization
import Testing

@testable import LunhengPipeline

@Suite("A parallel stream")
struct ParallelStreamTests {
  private struct Failure: Error {}

  @Test("gives results in the order of the items, few of them under way", arguments: [1, 2, 3, 8])
  func keepsTheOrder(threads: Int) throws {
    var next = 0
    var collected: [Int] = []
    try parallelStream(
      threads: threads,
      next: {
        #expect(next - collected.count < max(2 * threads, 1))
        next += 1
        return next <= 1_000 ? next : nil
      },
      makeWorker: { 0 },
      body: { worker, item in
        worker += 1
        return item * item
      }, collect: { collected.append($0) })
    #expect(collected == (1...1_000).map { $0 * $0 })
  }

  @Test("ends with the error of whoever fails", arguments: [1, 3], 0..<3)
  func passesErrorsOn(threads: Int, place: Int) {
    let made = Mutex(0)
    #expect(throws: Failure.self) {
      var next = 0
      try parallelStream(
        threads: threads,
        next: {
          next += 1
          if place == 0, next > 20 { throw Failure() }
          return next
        },
        makeWorker: {
          made.withLock { $0 += 1 }
          if place == 1 { throw Failure() }
        },
        body: { _, item in item },
        collect: { if place == 2, $0 > 20 { throw Failure() } })
    }
    #expect(made.withLock { $0 } <= threads)
  }

  @Test("of no items makes nothing")
  func takesNoItems() throws {
    try parallelStream(
      threads: 2, next: { nil as Int? }, makeWorker: {}, body: { _, item in item },
      collect: { _ in Issue.record("there was nothing to collect") })
  }
}
