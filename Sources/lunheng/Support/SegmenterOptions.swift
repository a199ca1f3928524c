import ArgumentParser
import LunhengCore
import LunhengPipeline

/// Which segmenter a command divides texts with.
struct SegmenterOptions: ParsableArguments {
  enum Mode: String, CaseIterable, ExpressibleByArgument {
    /// ICU's rules and dictionary.
    case icu

    /// - Parameter lexicon: words that always win.
    func segmenter(lexicon: [String]) throws -> Segmenter {
      switch self {
      case .icu: Segmenter(lexicon: lexicon)
      }
    }
  }

  @Option(help: "The tokenizer: icu.")
  var mode = Mode.icu

  @Option(
    help: ArgumentHelp("A file of words, one a line (repeatable).", valueName: "file"),
    completion: .file())
  var lexicon: [String] = []

  /// The segmenter, and what its lexicons are to be warned of.
  func load() throws -> (segmenter: Segmenter, warnings: [Diagnostic]) {
    let words = try ConfigurationFile.lexicon(lexicon)
    return (try mode.segmenter(lexicon: words.words), words.warnings)
  }
}
