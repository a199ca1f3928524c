import ArgumentParser
import LunhengCore
import LunhengPipeline

/// Writes the texts of NDJSON documents as lines, as `lunheng segment` reads them.
struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines", abstract: "Write the paragraphs of documents as lines of text.")

  @Argument(help: "Documents as NDJSON.")
  var input: String

  @Argument(help: "The file to write.")
  var output: String

  func run() throws {
    let lines = try Input(path: input).blocks().joined()
    try OutputFile.write(
      lines.map { String(decoding: $0, as: UTF16.self) + "\n" }.joined(), to: output)
  }
}
