import ArgumentParser
import LunhengCore
import LunhengPipeline

/// Which segmenter a command divides texts with.
struct SegmenterOptions: ParsableArguments {
  enum Mode: String, CaseIterable, ExpressibleByArgument {
    /// What was learnt on top of ICU.
    case model
    /// ICU's rules and dictionary.
    case icu
  }

  @Option(help: "The tokenizer: model, or icu for plain ICU.")
  var mode = Mode.model

  @Option(
    help: ArgumentHelp("A model of your own in place of the program's.", valueName: "file"),
    completion: .file())
  var model: String?

  @OptionGroup var words: LexiconOptions

  func validate() throws {
    if mode == .icu, model != nil { throw ValidationError("Give --mode icu or --model, not both.") }
  }

  /// The segmenter, and what its lexicons are to be warned of.
  func load() throws -> (segmenter: Segmenter, warnings: [Diagnostic]) {
    let words = try words.load()
    let segmenter =
      switch mode {
      case .icu: Segmenter(lexicon: words.words)
      case .model:
        Segmenter(
          model: try model.map { try SegmenterModel.load($0) } ?? .shipped(), lexicon: words.words)
      }
    return (segmenter, words.warnings)
  }
}

extension SegmenterOptions {
  /// The model that gives words their parts of speech, whichever tokenizer divides the text.
  ///
  /// - Throws: `IngestError`, or `Diagnostic` if it is no model, or one that cannot tag.
  func tagModel() throws -> SegmenterModel {
    try model.map { try SegmenterModel.loadForTagging($0) } ?? .shippedForTagging()
  }
}

/// Words that a command's segmenter is to know.
struct LexiconOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file of words, one a line (repeatable).", valueName: "file"),
    completion: .file())
  var lexicon: [String] = []

  /// The words, and what is to be warned of.
  func load() throws -> (words: [String], warnings: [Diagnostic]) {
    try ConfigurationFile.lexicon(lexicon)
  }
}
