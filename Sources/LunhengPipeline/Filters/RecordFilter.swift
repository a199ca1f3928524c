import LunhengCore
import LunhengIngest

/// Reads NDJSON documents from a file or standard input, a chunk at a time.
struct RecordFilter: Sendable {
  let path: String
  let threads: Int
  /// A field that records are to give besides: `Record.field`.
  var field: String?

  /// Gives what `body` makes of each record to `collect`, in order.
  ///
  /// - Parameters:
  ///   - makeWorker: makes what `body` needs on each thread.
  ///   - report: gets what was wrong with lines and records.
  /// - Throws: `IngestError`, what `makeWorker` and what `collect` throw.
  func run<Worker: ~Copyable, Result: Sendable>(
    report: (Diagnostic) -> Void,
    makeWorker: @Sendable () throws -> Worker,
    body: @Sendable (inout Worker, Record) -> Result,
    collect: (Result) throws -> Void
  ) throws {
    let reader = NDJSONReader(path: path, field: field)
    var chunks = try LineChunks(path)
    while let chunk = try chunks.next() {
      // Of bytes that are no text, every line would be an error.
      if chunk.offset == 0,
        let kind = chunk.bytes.withUnsafeBufferPointer({ BinaryKind(of: $0) }), kind != .unknown
      {
        throw IngestError.binaryFile(path: path, kind: kind)
      }
      let ranges = chunk.bytes.withUnsafeBufferPointer {
        reader.split($0, length: 1 << 18, firstLine: chunk.firstLine)
      }
      let batches = try parallelMap(
        ranges, threads: threads, makeWorker: makeWorker,
        body: { worker, range in
          var results: [Result] = []
          var problems: [Diagnostic] = []
          chunk.bytes.withUnsafeBufferPointer { bytes in
            reader.forEachRecord(in: range, of: bytes, offset: chunk.offset) { parsed in
              switch parsed {
              case .success(let record):
                problems += record.problems
                results.append(body(&worker, record))
              case .failure(let error):
                problems.append(error.diagnostic)
              }
            }
          }
          return (results, problems)
        })
      for (results, problems) in batches {
        problems.forEach(report)
        for result in results { try collect(result) }
      }
    }
  }
}
