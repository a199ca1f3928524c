import ArgumentParser
import Foundation
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

extension CoverageGrouping: ExpressibleByArgument {}
extension CoverageMeasure: ExpressibleByArgument {}
extension BoundaryStatus: ExpressibleByArgument {}
extension KeywordMethod: ExpressibleByArgument {}
extension SegmentFilter.Format: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso8601: argument) }
}

/// Which corpus file a command works on.
struct CorpusOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The corpus file; LUNHENG_CORPUS if not given.", valueName: "file"),
    completion: .file(extensions: ["lunheng"]))
  var corpus: String?

  /// The path that is meant.
  func path() throws -> String {
    if let corpus { return corpus }
    if let path = ProcessInfo.processInfo.environment["LUNHENG_CORPUS"], !path.isEmpty {
      return path
    }
    throw ValidationError("Name a corpus with --corpus FILE or LUNHENG_CORPUS.")
  }

  func open() throws -> Corpus { try Corpus(openingAt: try path()) }

  func openForWriting() throws -> Corpus { try Corpus(openingAt: try path(), writable: true) }
}

/// Which documents a command is about.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only documents of this author (repeatable).", valueName: "name"))
  var author: [String] = []

  @Option(help: ArgumentHelp("Only documents of this publication (repeatable).", valueName: "name"))
  var publication: [String] = []

  @Option(help: ArgumentHelp("Only this document, by its name (repeatable).", valueName: "key"))
  var document: [String] = []

  @Option(help: ArgumentHelp("Only documents of this day or later.", valueName: "yyyy-mm-dd"))
  var from: CalendarDate?

  @Option(help: ArgumentHelp("Only documents of this day or earlier.", valueName: "yyyy-mm-dd"))
  var to: CalendarDate?

  var filter: DocumentFilter {
    DocumentFilter(
      keys: document.isEmpty ? nil : document, authors: author.isEmpty ? nil : author,
      publications: publication.isEmpty ? nil : publication, from: from, to: to)
  }
}

/// How results are printed.
struct DisplayOptions: ParsableArguments {
  enum Colour: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  @Option(help: "Colour in tables for the terminal: auto, always or never.")
  var colour = Colour.auto

  @Option(
    help: ArgumentHelp("Language of headers and theme names: zh-Hant or en.", valueName: "tag"))
  var language = "zh-Hant"

  /// The terminal that standard output goes to.
  var style: TerminalStyle {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let usesColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      }
    return TerminalStyle(width: isTerminal ? terminalWidth : nil, usesColour: usesColour)
  }

  private var terminalWidth: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }
}

struct ThreadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Threads; all processors if not given. Results do not depend on it.", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads { try require(threads, in: 1...1024, for: "--threads") }
  }
}

/// The numbers of things that a person can ask for.
let countable = 0...1_000_000

/// - Throws: `ValidationError` if `value` is outside `range`.
func require(_ value: Int, in range: ClosedRange<Int>, for option: String) throws {
  guard range.contains(value) else {
    throw ValidationError(
      "\(option) must be between \(range.lowerBound) and \(range.upperBound).")
  }
}

/// - Throws: `ValidationError` if `value` is less than 1, or more than anybody counts.
func requirePositive(_ value: Int, for option: String) throws {
  try require(value, in: 1...countable.upperBound, for: option)
}

/// Formats of tables.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, ndjson, markdown

  /// The table in this format.
  func text(_ table: Table, _ style: TerminalStyle) -> String {
    switch self {
    case .table: table.terminal(style)
    case .csv: table.csv()
    case .json: table.json()
    case .ndjson: table.ndjson()
    case .markdown: table.markdown()
    }
  }
}
