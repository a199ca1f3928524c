import ArgumentParser
import Foundation

/// Writes a corpus of any size, made of the sentences of the sample op-eds.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write a corpus made of the sentences of the sample op-eds.")

  @Option(help: "Its size.")
  var megabytes = 25

  @Option(help: "The folder of the op-eds.")
  var source = "Corpus/op-eds"

  @Argument(help: "The NDJSON file to write.")
  var output: String

  func run() throws {
    var corpus = try GeneratedCorpus(folder: source)
    var bytes: [UInt8] = []
    while bytes.count < megabytes * 1_000_000 { bytes += corpus.nextLine() }
    try Data(bytes).write(to: URL(filePath: output), options: .atomic)
  }
}
