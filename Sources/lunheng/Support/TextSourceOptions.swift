import ArgumentParser
import LunhengPipeline
import LunhengStore

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

  var isGiven: Bool { corpus != nil || input != nil }

  /// Nil if none is given.
  ///
  /// - Throws: `StoreError` if the corpus cannot be opened.
  func open() throws -> TextSource? {
    if let corpus { return .corpus(try Corpus(openingAt: corpus)) }
    return input.map { .records(path: $0) }
  }
}
