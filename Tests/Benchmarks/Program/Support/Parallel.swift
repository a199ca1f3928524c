import Dispatch
import Synchronization

/// What `body` gives for 0 ..< `count`, in order, worked out on `threads` threads, each of which has a
/// `worker` of its own.
func map<Worker: ~Copyable, Result: Sendable>(
  _ count: Int, threads: Int, worker makeWorker: @autoclosure @Sendable () throws -> Worker,
  body: @Sendable (inout Worker, Int) -> Result
) throws -> [Result] {
  guard threads > 1 else {
    var worker = try makeWorker()
    return (0..<count).map { body(&worker, $0) }
  }
  let next = Atomic<Int>(0)
  let collected = Mutex<(results: [(Int, Result)], failure: (any Error)?)>(([], nil))
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    do {
      var worker = try makeWorker()
      var results: [(Int, Result)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { break }
        results.append((index, body(&worker, index)))
      }
      collected.withLock { $0.results += results }
    } catch {
      collected.withLock { $0.failure = error }
    }
  }
  let (results, failure) = collected.withLock { $0 }
  if let failure { throw failure }
  return results.sorted { $0.0 < $1.0 }.map(\.1)
}

/// The sum of what `body` gives for 0 ..< `count`.
func sum<Worker: ~Copyable>(
  _ count: Int, threads: Int, worker: @autoclosure @Sendable () throws -> Worker,
  body: @Sendable (inout Worker, Int) -> Int
) throws -> Int {
  try map(count, threads: threads, worker: worker(), body: body).reduce(0, +)
}

/// For work that needs nothing of its own on each thread.
struct NoWorker {}
