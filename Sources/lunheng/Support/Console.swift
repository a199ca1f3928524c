import ArgumentParser
import Foundation
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
    let console = Console()
    do {
      try body(console)
    } catch let exit as ExitCode {
      throw exit
    } catch let failure as ConfigurationFailure {
      console.report(failure.diagnostics)
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

  /// Writes data as it is.
  func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// A line of text.
  func line(_ text: String = "") { write(text + "\n") }

  /// Writes a result to `path`, or to standard output.
  func write(_ text: String, to path: String?) throws {
    if let path { try OutputFile.write(text, to: path) } else { write(text) }
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
