import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "The coverage matrix: documents or groups of them × themes.",
    discussion: """
      Examples:
        lunheng coverage
        lunheng coverage --by month --measure density
        lunheng coverage --by publication --measure document-share --format csv
        lunheng coverage --format html --output coverage.html
        lunheng coverage --status aligned    only hits that are whole words

      Measures: matches (hits), passages (paragraphs with hits), documents (with hits), share (of \
      the row's hits), document-share (of the row's documents), density (hits per 1,000 characters). \
      A document of several authors counts in the row of each; the total counts it once.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json, markdown, html
  }

  @Option(help: "Rows: document, author, publication, month or year.")
  var by = CoverageGrouping.document

  @Option(help: "matches, passages, documents, share, document-share or density.")
  var measure = CoverageMeasure.matches

  @Option(
    help: ArgumentHelp(
      "Levels of themes that have columns; a theme has the hits of its subthemes.", valueName: "n"))
  var depth = 1

  @Option(help: "Only hits that are aligned, nested or crossing (repeatable).")
  var status: [BoundaryStatus] = []

  @Option(help: "table, csv, json, markdown or html.")
  var format = Format.table

  @Option(
    help: ArgumentHelp("Write to this file and not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("With html: passages shown for each cell; 0 for none.", valueName: "n"))
  var passages = 12

  @Option(help: ArgumentHelp("Which codebook, if the corpus has several.", valueName: "id"))
  var codebook: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try require(passages, in: countable, for: "--passages")
    try requirePositive(depth, for: "--depth")
    _ = try corpus.path()
  }

  func run() throws {
    try Console.run { console in
      let corpus = try corpus.open()
      let query = CoverageQuery(
        codebook: codebook, grouping: by, statuses: status.isEmpty ? nil : status,
        documents: selection.filter, depth: depth)
      let matrix = try query.matrix(of: corpus)
      let rendering = CoverageRendering(
        matrix: matrix, measure: measure, language: display.language)
      let text =
        switch format {
        case .table:
          matrix.heatTable(measure, language: display.language, style: display.style)
        case .csv: rendering.text(.csv)
        case .json: rendering.text(.json)
        case .markdown: rendering.text(.markdown)
        case .html:
          rendering.text(
            .html, evidence: try query.evidence(for: matrix, in: corpus, limit: passages))
        }
      try console.write(text, to: output)
      if matrix.rows.isEmpty { console.note("no documents are selected") }
    }
  }
}
