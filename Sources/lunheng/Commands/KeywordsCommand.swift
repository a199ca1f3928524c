import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport

struct KeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Find the words and phrases that say what documents are about.",
    discussion: """
      Examples:
        lunheng keywords --input documents.ndjson --format ndjson --top 5
        lunheng keywords --corpus op-eds.lunheng
        lunheng keywords --corpus op-eds.lunheng --by-document --method textrank

      With --input it is a filter: NDJSON documents in, {"id","keywords":[{"term","score"}]} out, \
      best first. On a corpus it weighs all documents, stores the result and prints it.
      """)

  @Option(
    help: ArgumentHelp("NDJSON documents, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String?

  @Option(help: "tfidf or textrank.")
  var method = KeywordMethod.tfidf

  @Option(help: ArgumentHelp("Keywords for each document.", valueName: "n"))
  var top = 10

  @Flag(help: "Print the keywords of each document and not of the corpus.")
  var byDocument = false

  @Option(help: "table, csv, json, ndjson or markdown; ndjson with --input.")
  var format: TableFormat?

  @OptionGroup var segmentation: SegmenterOptions

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try require(top, in: 1...countable.upperBound, for: "--top")
    if input != nil, let format, format != .ndjson {
      throw ValidationError("With --input the format is ndjson.")
    }
    if input == nil { _ = try corpus.path() }
  }

  func run() throws {
    try Console.run { console in
      let (segmenter, warnings) = try segmentation.load()
      console.report(warnings)
      let context = console.context(threads: threads.threads)
      if let input {
        try KeywordFilter(method: method, limit: top, segmenter: segmenter).run(
          input, threads: context.threads, report: { console.report([$0]) },
          write: { try console.write($0) })
        return
      }
      let corpus = try corpus.openForWriting()
      try SegmentStage(segmenter: segmenter).run(corpus, context)
      // The corpus's own codebook counts, as in a run, so that the two do not undo each other's work.
      let codebooks = try corpus.codebooks()
      try KeywordStage(
        method: method, limit: top, segmentation: segmenter.identity,
        codebook: codebooks.count == 1 ? (codebooks[0].codebook, codebooks[0].sha256) : nil
      ).run(corpus, context)
      console.endProgress()
      let table =
        byDocument
        ? try Table.documentKeywords(
          of: corpus, matching: selection.filter, limit: top, language: display.language)
        : try Table.corpusKeywords(of: corpus, limit: top, language: display.language)
      try console.write((format ?? .table).text(table, display.style))
      try corpus.close()
    }
  }
}
