import Foundation
import Glibc

/// A program that is run to its end and measured from outside.
struct ChildProcess {
  var seconds: Double
  var processorSeconds: Double
  var peakMegabytes: Double
  /// What it wrote to standard output.
  var output: Data
  var status: Int32

  /// Starts the program at `path` and waits for it. What it says on standard error is shown.
  ///
  /// - Throws: `POSIXError` if it cannot be started.
  static func run(_ path: String, _ arguments: [String]) throws -> ChildProcess {
    let pipe = Pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe.fileHandleForWriting.fileDescriptor, 1)
    posix_spawn_file_actions_addclose(&actions, pipe.fileHandleForReading.fileDescriptor)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }

    let start = ContinuousClock.now
    var child: pid_t = 0
    let failure = posix_spawn(&child, path, &actions, nil, &words, environ)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOENT) }
    try pipe.fileHandleForWriting.close()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    return ChildProcess(
      seconds: (ContinuousClock.now - start) / .seconds(1),
      processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds,
      peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1e6, output: output,
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1)
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
