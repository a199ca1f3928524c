import ArgumentParser
import Foundation

/// Measures one stage in this process and prints a `Measurement`: one row of the table.
struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage", abstract: "Measure one stage in this process.")

  @Argument(help: "The stage, as the table names it.")
  var name: String

  @Option(help: "Threads that share the documents.")
  var threads = 1

  @Option(help: "Repetitions after the one that warms up; the fastest counts.")
  var repetitions = 3

  @Option(help: "Documents as NDJSON.")
  var input: String

  func run() throws {
    guard let stage = Stage.all.first(where: { $0.name == name }) else {
      let names = Stage.all.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw ValidationError("no stage \"\(name)\"; there are \(names)")
    }
    let input = Input(path: input)
    let size = try input.size()
    let documents =
      stage.isOfShortDocuments ? try input.shortDocuments().count : size.documents
    let work = try stage.prepare(input)
    let measurement = try Measurement.best(
      of: repetitions, documents: documents, bytes: size.bytes, unit: stage.unit
    ) { try work(threads) }
    print(String(decoding: try JSONEncoder().encode(measurement), as: UTF8.self))
  }
}
