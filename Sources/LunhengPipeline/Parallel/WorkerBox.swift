/// Holds a worker that may be missing: an optional cannot be changed in place where it is not copyable.
final class WorkerBox<Worker: ~Copyable> {
  var worker: Worker

  init(_ worker: consuming Worker) { self.worker = worker }
}
