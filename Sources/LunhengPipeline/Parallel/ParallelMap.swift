import Dispatch
import Synchronization

/// `parallelMap` for work that needs nothing of its own on each thread.
func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], threads: Int, body: @Sendable (Item) -> Result
) -> [Result] {
  parallelMap(items, threads: threads, makeWorker: {}, body: { _, item in body(item) })
}

/// Calls `body` with each item on `threads` threads and gives the results in the order of the items.
///
/// Each thread has a worker of its own, made once, for what must not be shared: an open break iterator,
/// a buffer. Results do not depend on which thread took which item, so long as a worker carries nothing
/// from one item to the next.
///
/// - Throws: what `makeWorker` throws, on whatever thread.
func parallelMap<Item: Sendable, Result: Sendable, Worker: ~Copyable, Failure: Error>(
  _ items: [Item], threads: Int,
  makeWorker: @Sendable () throws(Failure) -> Worker,
  body: @Sendable (inout Worker, Item) -> Result
) throws(Failure) -> [Result] {
  let threads = max(1, min(threads, items.count))
  if threads == 1 {
    var worker = try makeWorker()
    return items.map { body(&worker, $0) }
  }
  let next = Atomic<Int>(0)
  let collected = Mutex<(results: [(Int, Result)], failure: Failure?)>(([], nil))
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    do throws(Failure) {
      var worker = try makeWorker()
      var results: [(Int, Result)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= items.count { break }
        results.append((index, body(&worker, items[index])))
      }
      collected.withLock { $0.results += results }
    } catch {
      collected.withLock { $0.failure = error }
    }
  }
  var (results, failure) = collected.withLock { $0 }
  if let failure { throw failure }
  results.sort { $0.0 < $1.0 }
  return results.map(\.1)
}
