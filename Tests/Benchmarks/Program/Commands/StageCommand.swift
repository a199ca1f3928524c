import ArgumentParser
import Foundation

/// Measures one stage in this process and prints a `Measurement`: one row of the table.
struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage", abstract: "Measure one stage in this process.")

  @Argument(help: "The stage, as the table names it.")
  var name: String

  @Option var threads = 1
  @Option var repetitions = 3
  @OptionGroup var files: InputOptions

  func run() throws {
    guard let stage = Stage.all.first(where: { $0.name == name }) else {
      let names = Stage.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no stage \"\(name)\"; there are \(names)")
    }
    let size = try files.input.size()
    let work = try stage.prepare(files.input)
    let measurement = try Measurement.best(
      of: repetitions, documents: size.documents, bytes: size.bytes, unit: stage.unit
    ) { try work(threads) }
    print(String(decoding: try JSONEncoder().encode(measurement), as: UTF8.self))
  }
}

/// The files that stages start from; paths are relative to the checkout.
struct InputOptions: ParsableArguments {
  @Option(help: "Documents as NDJSON.")
  var input: String

  @Option(help: "Terms to match, one a line.")
  var terms = "Tests/Benchmarks/terms.txt"

  @Option(help: "The codebook to match.")
  var codebook = "Pipelines/codebooks/industry-clusters.yaml"

  var input: Input { Input(path: input, terms: terms, codebook: codebook) }
}
