/// What one row took. Every child process prints one, as JSON.
struct Measurement: Codable {
  /// The documents that were worked on, and their text in bytes of UTF-8: what MB/s means in all rows.
  var documents: Int
  var bytes: Int
  /// Of the fastest repetition: wall clock, and processor time over all threads.
  var seconds: Double
  var processorSeconds: Double
  /// The most memory the process held while it worked, and what it held before: the input of the row.
  var peakMegabytes: Double
  var inputMegabytes: Double?
  /// What the work came to, and what that counts: equal for equal work.
  var checksum: Int
  var unit: String

  var megabytesPerSecond: Double { Double(bytes) / 1e6 / seconds }
  /// Megabytes for each second of processor time.
  var processorSpeed: Double { Double(bytes) / 1e6 / processorSeconds }
  var documentsPerSecond: Double { Double(documents) / seconds }
}

extension Measurement {
  /// Runs `work` once to warm up and then `repetitions` times; the fastest counts.
  static func best(
    of repetitions: Int, documents: Int, bytes: Int, unit: String, _ work: () throws -> Int
  ) throws -> Measurement {
    let input = ProcessMemory.resident
    ProcessMemory.forgetPeak()
    let checksum = try work()
    var best: (seconds: Double, processor: Double) = (.infinity, 0)
    for _ in 0..<repetitions {
      let processor = ProcessMemory.processorSeconds
      var again = 0
      let seconds = try ContinuousClock().measure { again = try work() } / .seconds(1)
      precondition(again == checksum, "the same work came to \(again) and to \(checksum)")
      if seconds < best.seconds {
        best = (seconds, ProcessMemory.processorSeconds - processor)
      }
    }
    return Measurement(
      documents: documents, bytes: bytes, seconds: best.seconds, processorSeconds: best.processor,
      peakMegabytes: ProcessMemory.peak, inputMegabytes: input, checksum: checksum, unit: unit)
  }
}
