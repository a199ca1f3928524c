import Dispatch
import Synchronization

/// Calls `body` with each item that `next` gives on `threads` threads, and `collect` with the results in
/// the order of the items.
///
/// The calling thread reads and collects while the others work. At most twice as many items as threads
/// are under way, so that memory does not grow with the input. As with `parallelMap`, each thread has a
/// worker of its own, which must carry nothing from one item to the next.
///
/// - Throws: what `next`, `makeWorker` and `collect` throw.
func parallelStream<Item: Sendable, Result: Sendable, Worker: ~Copyable>(
  threads: Int,
  next: () throws -> Item?,
  makeWorker: @escaping @Sendable () throws -> Worker,
  body: @escaping @Sendable (inout Worker, Item) -> Result,
  collect: (Result) throws -> Void
) throws {
  if threads <= 1 {
    var worker = try makeWorker()
    while let item = try next() { try collect(body(&worker, item)) }
    return
  }
  let jobs = JobQueue<Job<Item, Result>>()
  let group = DispatchGroup()
  for _ in 0..<threads {
    DispatchQueue.global().async(group: group) {
      do {
        var worker = try makeWorker()
        while let job = jobs.take() { job.finish(.success(body(&worker, job.item))) }
      } catch {
        while let job = jobs.take() { job.finish(.failure(error)) }
      }
    }
  }
  defer {
    for _ in 0..<threads { jobs.put(nil) }
    group.wait()
  }
  var underWay: [Job<Item, Result>] = []
  var isAtEnd = false
  while true {
    while !isAtEnd, underWay.count < 2 * threads {
      guard let item = try next() else {
        isAtEnd = true
        break
      }
      let job = Job<Item, Result>(item)
      underWay.append(job)
      jobs.put(job)
    }
    if underWay.isEmpty { return }
    try collect(underWay.removeFirst().wait().get())
  }
}

/// An item and, when it is done, what came of it.
private final class Job<Item: Sendable, Success: Sendable>: Sendable {
  typealias Outcome = Swift.Result<Success, any Error>

  let item: Item
  private let outcome = Mutex<Outcome?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(_ item: Item) { self.item = item }

  func finish(_ outcome: Outcome) {
    self.outcome.withLock { $0 = outcome }
    done.signal()
  }

  func wait() -> Outcome {
    done.wait()
    return outcome.withLock { $0! }
  }
}

/// What waits for a thread, first in, first out; nil sends one thread home.
private final class JobQueue<Element: Sendable>: Sendable {
  private let waiting = Mutex<[Element?]>([])
  private let count = DispatchSemaphore(value: 0)

  func put(_ element: Element?) {
    waiting.withLock { $0.append(element) }
    count.signal()
  }

  func take() -> Element? {
    count.wait()
    return waiting.withLock { $0.removeFirst() }
  }
}
