import ArgumentParser
import LunhengPipeline
import LunhengReport

struct SummarizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize",
    abstract: "Each document in a few lines: its leading themes, keywords and sentences.",
    discussion: """
      Examples:
        lunheng summarize
        lunheng summarize --author 李文謙 --sentences 3
        lunheng summarize --format ndjson
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, ndjson
  }

  @Option(help: ArgumentHelp("Sentences of each document.", valueName: "n"))
  var sentences = 2

  @Option(help: ArgumentHelp("Keywords of each document.", valueName: "n"))
  var keywords = 6

  @Option(help: "text or ndjson.")
  var format = Format.text

  @Option(help: ArgumentHelp("Which codebook, if the corpus has several.", valueName: "id"))
  var codebook: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try require(sentences, in: countable, for: "--sentences")
    try require(keywords, in: countable, for: "--keywords")
    _ = try corpus.path()
  }

  func run() throws {
    try Console.run { console in
      let query = DigestQuery(
        codebook: codebook, documents: selection.filter, sentences: sentences, keywords: keywords)
      try query.forEachDigest(of: try corpus.open()) { digest in
        switch format {
        case .text: try console.write(digest.text(display.style, language: display.language))
        case .ndjson: try console.line(JSONWriter().string(digest.json))
        }
      }
    }
  }
}
