import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

extension SummaryGrouping: ExpressibleByArgument {}

struct SummarizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize",
    abstract: "The sentences that stand for documents, for themes across them, or for groups.",
    discussion: """
      Examples:
        lunheng summarize                        each document
        lunheng summarize --author 李文謙 --sentences 3
        lunheng summarize --theme 國際算力         a theme, in all documents
        lunheng summarize --theme 國際算力 --by month
        lunheng summarize --by author --format csv
        lunheng summarize --by corpus --length 300
        lunheng summarize --input documents.ndjson

      No two sentences say the same, and each has its document, line and page. With --input it is a \
      filter: NDJSON documents in, {"id","sentences":[{"text","start","end","score"}]} out.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, ndjson, markdown
  }

  @Option(
    help: ArgumentHelp("NDJSON documents, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String?

  @Option(help: ArgumentHelp("A theme, by id or name (repeatable).", valueName: "theme"))
  var theme: [String] = []

  @Option(
    help: ArgumentHelp(
      "document, author, publication, month, year or corpus; with --theme corpus if not given.",
      valueName: "group"))
  var by: SummaryGrouping?

  @Option(help: "With --theme: only hits that are aligned, nested or crossing (repeatable).")
  var status: [BoundaryStatus] = []

  @Option(
    help: ArgumentHelp("Sentences of each; 2 of a document, 5 of others.", valueName: "n"))
  var sentences: Int?

  @Option(help: ArgumentHelp("Characters of all sentences of each at most.", valueName: "n"))
  var length: Int?

  @Option(
    help: ArgumentHelp("Sentences of one document in a group at most.", valueName: "n"))
  var perDocument = 2

  @Option(help: ArgumentHelp("Keywords of each document.", valueName: "n"))
  var keywords = 6

  @Option(help: "text, csv, json, ndjson or markdown; ndjson with --input.")
  var format: Format?

  @Option(help: ArgumentHelp("Which codebook, if the corpus has several.", valueName: "id"))
  var codebook: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if let sentences { try require(sentences, in: countable, for: "--sentences") }
    if let length { try requirePositive(length, for: "--length") }
    try requirePositive(perDocument, for: "--per-document")
    try require(keywords, in: countable, for: "--keywords")
    if !status.isEmpty, theme.isEmpty { throw ValidationError("--status goes with --theme.") }
    guard input != nil else {
      _ = try corpus.path()
      return
    }
    if !theme.isEmpty || by != nil {
      throw ValidationError("--theme and --by need a corpus; give them without --input.")
    }
    if let format, format != .ndjson { throw ValidationError("With --input the format is ndjson.") }
  }

  private var grouping: SummaryGrouping { by ?? (theme.isEmpty ? .document : .corpus) }

  private var sentenceSelection: SentenceSelection {
    SentenceSelection(
      limit: sentences ?? (grouping == .document ? 2 : 5), length: length,
      perDocument: grouping == .document ? nil : perDocument)
  }

  func run() throws {
    try Console.run { console in
      if let input {
        try SummaryFilter(selection: sentenceSelection, segmenter: try Segmenter.standard()).run(
          input, threads: console.context(threads: threads.threads).threads,
          report: { console.report([$0]) }, write: { try console.write($0) })
      } else if theme.isEmpty, grouping == .document {
        try writeDigests(of: try corpus.open(), to: console)
      } else {
        try writeSummaries(of: try corpus.open(), to: console)
      }
    }
  }

  private func writeDigests(of corpus: Corpus, to console: Console) throws {
    let query = DigestQuery(
      codebook: codebook, documents: selection.filter, selection: sentenceSelection,
      keywords: keywords)
    var table = Table.digests(language: display.language)
    try query.forEachDigest(of: corpus) { digest in
      switch format ?? .text {
      case .text: try console.write(digest.text(display.style, language: display.language))
      case .ndjson: try console.line(JSONWriter().string(digest.json))
      case .csv, .json, .markdown: table.append(digest)
      }
    }
    try write(table, to: console)
  }

  private func writeSummaries(of corpus: Corpus, to console: Console) throws {
    let context = console.context(threads: threads.threads)
    let summaries = try SummaryQuery(
      themes: theme, codebook: codebook, statuses: status.isEmpty ? nil : status,
      grouping: grouping, documents: selection.filter, selection: sentenceSelection
    ).summaries(of: corpus, threads: context.threads)
    var table = Table.summaries(language: display.language)
    for summary in summaries {
      switch format ?? .text {
      case .text: try console.write(summary.text(display.style, language: display.language))
      case .ndjson: try console.line(JSONWriter().string(summary.json))
      case .csv, .json, .markdown: table.append(summary)
      }
    }
    try write(table, to: console)
    if summaries.isEmpty { console.note("no sentence is selected") }
  }

  private func write(_ table: Table, to console: Console) throws {
    switch format ?? .text {
    case .text, .ndjson: break
    case .csv: try console.write(table.csv())
    case .json: try console.write(table.json())
    case .markdown: try console.write(table.markdown())
    }
  }
}
