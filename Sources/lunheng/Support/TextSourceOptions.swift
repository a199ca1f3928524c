import ArgumentParser
import LunhengPipeline

/// Texts that a command may be given to try a codebook on.
struct TextSourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A corpus to try it on; nothing is written to it.", valueName: "file"),
    completion: .file(extensions: ["lunheng"]))
  var corpus: String?

  @Option(
    help: ArgumentHelp(
      "NDJSON documents to try it on, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String?

  func validate() throws {
    if input != nil, corpus != nil { throw ValidationError("Give --input or --corpus, not both.") }
  }

  /// Nil if none is given.
  var source: TextSource? {
    corpus.map { .corpus(path: $0) } ?? input.map { .records(path: $0) }
  }
}
