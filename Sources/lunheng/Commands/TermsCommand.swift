import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Find terms that the tokenizer does not know as words.",
    discussion: """
      Examples:
        lunheng terms --corpus op-eds.lunheng
        lunheng terms --corpus op-eds.lunheng --since 2023-09-01
        lunheng terms --input - --format lexicon < documents.ndjson > words.txt
        lunheng segment --lexicon words.txt < text.txt

      Terms are recurring strings that hold together and stand freely: phrases of words, words that the \
      tokenizer cuts, names of people and bodies, and what texts put between 「」 or 《》. What nearly \
      always stands within a longer term is left out. How often a term must occur depends on the size of \
      the collection: three times in a few texts.

      Each has the date and document where it occurs first, the share of documents that have it, and its \
      first occurrence. aligned is the share of occurrences whose ends the tokenizer agrees with. \
      --format lexicon prints what segment --lexicon reads, yaml a list to paste into a codebook.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json, ndjson, markdown, lexicon, yaml
  }

  @Option(
    help: ArgumentHelp(
      "NDJSON documents in place of a corpus, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String?

  @Option(help: ArgumentHelp("Terms to give.", valueName: "n"))
  var limit = 100

  @Option(help: ArgumentHelp("Occurrences that a term must have.", valueName: "n"))
  var minCount: Int?

  @Option(help: ArgumentHelp("Documents that a term must occur in.", valueName: "n"))
  var minDocuments: Int?

  @Option(
    help: ArgumentHelp("Only terms that first occur on this day or later.", valueName: "yyyy-mm-dd")
  )
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Only this kind: phrase, word, name or quoted (repeatable).", valueName: "kind"))
  var kind: [DiscoveredTerm.Kind] = []

  @Option(
    help: ArgumentHelp("Words to leave out, one a line (repeatable).", valueName: "file"),
    completion: .file())
  var known: [String] = []

  @Option(
    help: ArgumentHelp("A codebook; its terms are left out.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var codebook: String?

  @Flag(help: "Give also what the tokenizer gives as one word.")
  var all = false

  @Option(help: "table, csv, json, ndjson, markdown, lexicon or yaml.")
  var format = Format.table

  @OptionGroup var segmentation: SegmenterOptions
  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try requirePositive(limit, for: "--limit")
    if let minCount { try require(minCount, in: 2...countable.upperBound, for: "--min-count") }
    if let minDocuments {
      try requirePositive(minDocuments, for: "--min-documents")
    }
    if let since, CalendarDate(iso8601: since) == nil {
      throw ValidationError("--since must be a day such as 2023-12-18.")
    }
    if input == nil { _ = try corpus.path() }
  }

  func run() throws {
    try Console.run { console in
      let (segmenter, warnings) = try segmentation.load()
      let (options, problems) = try options()
      console.report(warnings + problems)
      let found = try TermFinding(
        segmenter: segmenter, tagModel: try segmentation.tagModel(), options
      ).run(
        on: try input.map { .records(path: $0) } ?? .corpus(try corpus.open()),
        console.context(threads: threads.threads), report: { console.report([$0]) })
      console.endProgress()
      try console.write(text(found))
    }
  }

  private func options() throws -> (TermFinding.Options, warnings: [Diagnostic]) {
    var options = TermFinding.Options()
    options.minimumCount = minCount
    options.minimumDocuments = minDocuments
    options.limit = limit
    options.since = since.flatMap { CalendarDate(iso8601: $0) }
    if !kind.isEmpty { options.kinds = kind }
    options.includesKnown = all
    let lexicon = try ConfigurationFile.lexicon(known)
    options.known.insert(words: lexicon.words)
    let loaded = try codebook.map { try ConfigurationFile.codebook($0) }
    if let loaded { options.known.insert(loaded.value, own: []) }
    return (options, lexicon.warnings + (loaded?.warnings ?? []))
  }

  private func text(_ found: [FoundTerm]) -> String {
    let table = Table(found, language: display.language)
    return switch format {
    case .lexicon: found.lexicon()
    case .yaml: found.yaml()
    case .table: table.terminal(display.style)
    case .csv: table.csv()
    case .json: table.json()
    case .ndjson: table.ndjson()
    case .markdown: table.markdown()
    }
  }
}

extension DiscoveredTerm.Kind: ExpressibleByArgument {}
