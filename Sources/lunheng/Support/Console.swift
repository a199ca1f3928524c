import ArgumentParser
import Foundation
import Glibc
import LunhengCore
import LunhengIngest
import LunhengPipeline
import LunhengReport
import LunhengStore

/// Where a command prints: data to standard output, all else to standard error. The only place that
/// turns diagnostics into text and errors into an exit status.
final class Console {
  private(set) var errors = 0
  private var progress: ProgressBar?

  /// Runs a command's work and ends it with the exit status that it deserves.
  static func run(_ body: (Console) throws -> Void) throws {
    // A closed pipe shows in what `write` returns.
    signal(SIGPIPE, SIG_IGN)
    let console = Console()
    do {
      try body(console)
    } catch let exit as ExitCode {
      throw exit
    } catch let failure as ConfigurationFailure {
      console.report(failure.diagnostics)
      throw ExitCode(2)
    } catch let error as QuerySyntaxError {
      console.report([error.diagnostic])
      console.note(TerminalText.excerpt(of: error.query, at: error.offset))
      throw ExitCode(2)
    } catch {
      guard let diagnostic = diagnostic(of: error) else { throw error }
      console.report([diagnostic])
      throw ExitCode(2)
    }
    console.endProgress()
    if console.errors > 0 { throw ExitCode(1) }
  }

  private static func diagnostic(of error: any Error) -> Diagnostic? {
    switch error {
    case let error as Diagnostic: error
    case let error as IngestError: error.diagnostic
    case let error as StoreError: error.diagnostic
    case let error as PipelineError: error.diagnostic
    case let error as ICUError: error.diagnostic
    default: nil
    }
  }

  // MARK: Standard output

  /// Writes data as it is. If nobody reads it any more (`| head`), the program ends quietly.
  func write(_ bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress! + start, bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        throw ExitCode.success
      } else if errno != EINTR {
        throw PipelineError.outputFailed(path: "-", reason: String(cString: strerror(errno)))
      }
    }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// A line of text.
  func line(_ text: String) throws { try write(text + "\n") }

  /// A value as JSON for people.
  func write(_ value: JSONValue) throws { try line(JSONWriter(isPretty: true).string(value)) }

  /// Writes a result to `path`, or to standard output.
  func write(_ text: String, to path: String?) throws {
    if let path { try OutputFile.write(text, to: path) } else { try write(text) }
  }

  // MARK: Standard error

  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      if diagnostic.severity == .error { errors += 1 }
      note(TerminalText.oneLine(diagnostic.line))
    }
  }

  func note(_ text: String) {
    endProgress()
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  // MARK: Progress

  /// What long work reports to: a bar on a terminal, nothing elsewhere.
  func context(threads: Int?) -> RunContext {
    let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    guard isatty(STDERR_FILENO) == 1 else { return RunContext(threads: threads) }
    let bar = ProgressBar()
    progress = bar
    return RunContext(threads: threads) { bar.show($0) }
  }

  func endProgress() { progress?.clear() }
}
