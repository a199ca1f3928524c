import ArgumentParser
import Glibc
import LunhengCore

/// Runs every row in a process of its own and prints the table.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measure everything and print the table.")

  @Argument(help: "Documents as NDJSON; the speeches beside the checkout if not given.")
  var input: String?

  @Option(help: "How much to generate instead: 25 if not given and there are no speeches.")
  var megabytes: Int?

  @Option(help: "Repetitions after the one that warms up; the fastest counts.")
  var repetitions = 3

  @Option(help: "The program to measure as a whole.")
  var program: String

  @Option(help: "A Python that has the peers; without it they are left out.")
  var python: String?

  @Option(help: "A folder for files that come and go.")
  var work = "Tests/Benchmarks/work"

  func run() throws {
    let load = Machine.load
    let input = try input ?? speeches ?? generate()
    let runner = RowRunner(
      input: input, work: work, program: program, python: python, repetitions: repetitions)
    var rows = try Stage.all.flatMap { try runner.rows(of: $0) }
    let size = rows[0].measurement
    rows += try runner.segmentRows(size)
    rows += try runner.programRows(size)
    rows += runner.peerRows(beside: rows)
    print(
      """
      - Machine: \(Machine.processor); load when it began \(load), when it ended \(Machine.load)
      - ICU \(ICU.version)
      - Input: \(input), \(size.documents) documents, \(size.bytes) bytes of text

      \(ResultTable(rows: rows).markdown)
      """)
  }

  private var speeches: String? {
    let path = "../shared/data/hansard/speeches.jsonl"
    return megabytes == nil && access(path, R_OK) == 0 ? path : nil
  }

  private func generate() throws -> String {
    let megabytes = megabytes ?? 25
    let path = "\(work)/generated-\(megabytes).jsonl"
    let child = try ChildProcess.run(
      CommandLine.arguments[0], ["generate", "--megabytes", "\(megabytes)", path])
    if child.status != 0 { throw ExitCode(child.status) }
    return path
  }
}
