import Foundation

/// Starts a process for each row and collects what they took.
///
/// This process itself stays small: Linux counts what a parent has in memory into the peak of a child.
struct RowRunner {
  var input: String
  var work: String
  var program: String
  var python: String?
  var repetitions: Int

  private static let threadCounts = [1, 2]

  /// A child that did not do its work.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  // MARK: Stages

  /// A row for each number of threads.
  func rows(of stage: Stage) throws -> [ResultRow] {
    let rows = try Self.threadCounts.map { threads in
      let measurement = try measure(
        CommandLine.arguments[0],
        [
          "stage", stage.name, "--threads", "\(threads)", "--repetitions", "\(repetitions)",
          "--input", input,
        ])
      return ResultRow(name: stage.name, threads: threads, measurement: measurement)
    }
    return Self.scaled(rows)
  }

  // MARK: The program as a whole

  /// The four commands that take a file to a matrix, one after the other on one corpus, and their sum.
  ///
  /// - Parameter size: has the size of the input.
  func programRows(_ size: Measurement) throws -> [ResultRow] {
    let byThreads = try Self.threadCounts.map { threads in
      // Of each command the fastest repetition, as for stages.
      let repeated = try (0..<repetitions).map { _ in try commandRows(size, threads: threads) }
      return repeated[0].indices.map { command in
        repeated.map { $0[command] }.min { $0.measurement.seconds < $1.measurement.seconds }!
      }
    }
    let withSums = byThreads.map { $0 + [ResultRow(sumOf: $0, name: "lunheng, all four")] }
    return withSums[0].indices.flatMap { row in Self.scaled(withSums.map { $0[row] }) }
  }

  /// `lunheng segment` over the paragraphs as lines, start-up and output included.
  ///
  /// - Parameter size: has the size of the input.
  func segmentRows(_ size: Measurement) throws -> [ResultRow] {
    let lines = "\(work)/lines.txt"
    _ = try run(CommandLine.arguments[0], ["lines", input, lines])
    let rows = try Self.threadCounts.map { threads in
      let children = try (0..<repetitions).map { _ in
        try run(program, ["segment", lines, "--threads", "\(threads)"])
      }
      let child = children.min { $0.seconds < $1.seconds }!
      var measurement = Self.measurement(of: child, size)
      measurement.checksum = child.output.count
      measurement.unit = "bytes printed"
      return ResultRow(name: "lunheng segment", threads: threads, measurement: measurement)
    }
    return Self.scaled(rows)
  }

  private static func measurement(of child: ChildProcess, _ size: Measurement) -> Measurement {
    var measurement = size
    measurement.seconds = child.seconds
    measurement.processorSeconds = child.processorSeconds
    measurement.peakMegabytes = child.peakMegabytes
    measurement.inputMegabytes = nil
    return measurement
  }

  private func commandRows(_ size: Measurement, threads: Int) throws -> [ResultRow] {
    let corpus = "\(work)/benchmark.lunheng"
    for suffix in ["", "-wal", "-shm"] { unlink(corpus + suffix) }
    let commands: [[String]] = [
      ["ingest", input, "--threads", "\(threads)"],
      ["annotate", "--codebook", Input.codebook, "--threads", "\(threads)"],
      ["keywords", "--threads", "\(threads)"],
      ["coverage", "--by", "month", "--format", "csv"],
    ]
    return try commands.map { command in
      let name = "lunheng \(command[0])"
      let child = try run(program, command + ["--corpus", corpus])
      var measurement = Self.measurement(of: child, size)
      if child.output.isEmpty {
        var status = stat()
        guard stat(corpus, &status) == 0 else { throw Failure(description: "\(name): no corpus") }
        measurement.checksum = Int(status.st_size)
        measurement.unit = "bytes of corpus"
      } else {
        measurement.checksum = child.output.count
        measurement.unit = "bytes printed"
      }
      return ResultRow(name: name, threads: threads, measurement: measurement)
    }
  }

  // MARK: Peers

  /// A row for each peer that is installed.
  ///
  /// - Parameter rows: those of the stages, which the peers are held against.
  func peerRows(beside rows: [ResultRow]) -> [ResultRow] {
    guard let python else { return [] }
    return Peer.all.compactMap { peer in
      do {
        let measurement = try measure(
          python, ["Tests/Benchmarks/peers.py", peer.name, input, Input.terms, "\(repetitions)"])
        let ratios = rows.filter { peer.ours.contains($0.name) && $0.threads == 1 }.map { ours in
          // By processor time: all are single threads, and what else runs disturbs it least.
          let ratio = ours.measurement.processorSpeed / measurement.processorSpeed
          return "\(ours.name) \(ResultRow.number(ratio)) ×"
        }
        return ResultRow(
          name: peer.name, threads: 1, measurement: measurement,
          ratio: ratios.joined(separator: "; "))
      } catch {
        note("\(peer.name) is left out: \(error)")
        return nil
      }
    }
  }

  // MARK: Children

  private func measure(_ path: String, _ arguments: [String]) throws -> Measurement {
    try JSONDecoder().decode(Measurement.self, from: try run(path, arguments).output)
  }

  private func run(_ path: String, _ arguments: [String]) throws -> ChildProcess {
    note(([URL(filePath: path).lastPathComponent] + arguments).joined(separator: " "))
    let child = try ChildProcess.run(path, arguments)
    guard child.status == 0 else {
      throw Failure(description: "\(arguments[0]) ended with status \(child.status)")
    }
    return child
  }

  private func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// The rows of one stage, with how much faster more threads are than one.
  private static func scaled(_ rows: [ResultRow]) -> [ResultRow] {
    rows.map { row in
      var row = row
      if row.threads > 1 {
        let ratio = rows[0].measurement.seconds / row.measurement.seconds
        row.ratio = "one thread \(ResultRow.number(ratio)) ×"
      }
      return row
    }
  }
}
