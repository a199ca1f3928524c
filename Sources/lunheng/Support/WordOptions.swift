import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengStore

/// Which texts a command counts the words of, and what counts as a word.
struct WordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "NDJSON documents in place of a corpus, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String?

  @Option(
    help: ArgumentHelp("A codebook whose terms count as words.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var codebook: String?

  @Flag(help: "List function words (的, 我們, 以及) too; they always count as words of the text.")
  var functionWords = false

  @OptionGroup var segmentation: SegmenterOptions
  @OptionGroup var corpus: CorpusOptions

  func validate() throws {
    if input != nil, corpus.corpus != nil {
      throw ValidationError("Give --input or --corpus, not both.")
    }
    if input == nil { _ = try corpus.path() }
  }

  /// - Throws: `StoreError` if the corpus cannot be opened.
  func source() throws -> TextSource {
    try input.map { .records(path: $0) } ?? .corpus(try corpus.open())
  }

  /// Reads words as the options say; what lexicon and codebook are to be warned of goes to `console`.
  ///
  /// - Parameters:
  ///   - asked: words that the command is asked for.
  ///   - dividesSentences: whether it matters where a sentence ends.
  func reader(
    _ console: Console, asked: AskedWords? = nil, dividesSentences: Bool = false
  ) throws -> WordReader {
    let (segmenter, warnings) = try segmentation.load()
    let loaded = try codebook.map { try ConfigurationFile.codebook($0) }
    console.report(warnings + (loaded?.warnings ?? []))
    return WordReader(
      segmenter: segmenter, codebook: loaded?.value, asked: asked,
      dividesSentences: dividesSentences)
  }
}
