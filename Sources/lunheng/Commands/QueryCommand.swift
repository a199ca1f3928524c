import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "How often themes or terms occur, by whom, since when, and in which words.",
    discussion: """
      Examples:
        lunheng query                            every theme of the codebook
        lunheng query --theme 國際算力 --by month
        lunheng query --term 北都 --by author     any words, in the codebook or not
        lunheng query --theme 國際金融 --kwic     passages with file, page and line
        lunheng query --term 印度 --status nested  hits inside longer words
      """)

  @Option(help: ArgumentHelp("A theme, by id or name (repeatable).", valueName: "theme"))
  var theme: [String] = []

  @Option(help: ArgumentHelp("Words to search for (repeatable).", valueName: "text"))
  var term: [String] = []

  @Option(help: "Group by document, author, publication, month or year.")
  var by: CoverageGrouping?

  @Option(help: "Only hits that are aligned, nested or crossing (repeatable).")
  var status: [BoundaryStatus] = []

  @Flag(help: "Print each passage (key word in context) and not counts.")
  var kwic = false

  @Option(help: ArgumentHelp("With --kwic: characters on each side.", valueName: "n"))
  var context = 20

  @Option(help: ArgumentHelp("With --kwic: passages at most.", valueName: "n"))
  var limit = 100

  @Option(help: ArgumentHelp("Which codebook, if the corpus has several.", valueName: "id"))
  var codebook: String?

  @Option(help: "table, csv, json, ndjson or markdown.")
  var format = TableFormat.table

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if !theme.isEmpty, !term.isEmpty {
      throw ValidationError("Give --theme or --term, not both.")
    }
    try requirePositive(limit, for: "--limit")
    try require(context, in: countable, for: "--context")
    _ = try corpus.path()
  }

  private var subject: FrequencyQuery.Subject {
    term.isEmpty ? .themes(theme, codebook: codebook) : .terms(term)
  }

  func run() throws {
    try Console.run { console in
      let corpus = try corpus.open()
      let statuses = status.isEmpty ? nil : status
      if kwic {
        let found = try ConcordanceQuery(
          subject: subject, statuses: statuses, documents: selection.filter, context: context,
          limit: limit
        ).passages(of: corpus)
        try console.write(
          format == .table
            ? found.concordance.terminal(display.style, language: display.language)
            : format.text(
              found.concordance.table(language: display.language), display.style))
        if found.isCut {
          console.note("the first \(limit) passages; --limit N shows more")
        }
        return
      }
      let rows = try FrequencyQuery(
        subject: subject, grouping: by, statuses: statuses, documents: selection.filter
      ).rows(of: corpus)
      try console.write(
        format.text(Table(rows, by: by, language: display.language), display.style))
    }
  }
}
