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
        lunheng keywords --corpus op-eds.lunheng --documents --evidence
        lunheng keywords --corpus op-eds.lunheng --by author --format csv

      With --input it is a filter: NDJSON documents in, {"id","keywords":[{"term","score","count",\
      "positions":[[start,end]],"snippet"}]} out, best first; positions count Unicode scalars of the \
      text from 0, end exclusive; the count has also those in the title, where that is given apart. The \
      keywords of a document depend on nothing but the document.

      On a corpus it finds those of the documents that have none yet, and prints the leading ones of \
      all documents, of each (--documents), or of groups of them (--by), where keywords that all groups \
      share come later.
      """)

  @Option(
    help: ArgumentHelp("NDJSON documents, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String?

  @Option(help: "combined (the best), tfidf or textrank.")
  var method = KeywordMethod.combined

  @Option(help: ArgumentHelp("Keywords for each document, group or corpus.", valueName: "n"))
  var top = 10

  @Flag(
    name: [.customLong("documents"), .customLong("by-document")],
    help: "Print the keywords of each document and not of the corpus.")
  var documents = false

  @Option(help: "Print those of each author, publication, month or year.")
  var by: CoverageGrouping?

  @Flag(help: "Say where each keyword stands: the words around it, file, line and page.")
  var evidence = false

  @Option(help: "table, csv, json, ndjson or markdown; ndjson with --input.")
  var format: TableFormat?

  @OptionGroup var segmentation: SegmenterOptions

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try requirePositive(top, for: "--top")
    if input != nil {
      if let format, format != .ndjson {
        throw ValidationError("With --input the format is ndjson.")
      }
      if documents || by != nil || evidence {
        throw ValidationError("--documents, --by and --evidence need --corpus, not --input.")
      }
    } else {
      if documents, by != nil { throw ValidationError("Give --documents or --by, not both.") }
      _ = try corpus.path()
    }
  }

  func run() throws {
    try Console.run { console in
      let (segmenter, warnings) = try segmentation.load()
      console.report(warnings)
      let extractor = try KeywordExtractor.standard(method)
      let context = console.context(threads: threads.threads)
      if let input {
        try KeywordFilter(extractor, segmenter: segmenter, limit: top).run(
          input, threads: context.threads, report: { console.report([$0]) },
          write: { try console.write($0) })
        return
      }
      let corpus = try corpus.openForWriting()
      try SegmentStage(segmenter: segmenter).run(corpus, context)
      // The corpus's own codebook counts, as in a run, so that the two do not undo each other's work.
      let codebooks = try corpus.codebooks()
      try KeywordStage(
        extractor, limit: top, segmenter: segmenter,
        codebook: codebooks.count == 1 ? (codebooks[0].codebook, codebooks[0].sha256) : nil
      ).run(corpus, context)
      console.endProgress()
      let query = KeywordQuery(documents: selection.filter, limit: top, hasEvidence: evidence)
      let table = try Table(
        query, of: corpus, by: documents ? .document : by, language: display.language)
      try console.write((format ?? .table).text(table, display.style))
      try corpus.close()
    }
  }
}
