import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

struct DispersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispersion",
    abstract: "How evenly words are spread, and where they stand.",
    discussion: """
      Examples:
        lunheng dispersion 創新 土地供應 --corpus op-eds.lunheng
        lunheng dispersion --top 30 --by author
        lunheng dispersion 房屋 --by month --detail
        lunheng dispersion 骨灰龕 --parts 20 --input speeches.ndjson

      DP is 0 where a word is spread as the sizes of the parts let expect, and near 1 where all of it is \
      in one part; DPnorm reaches 1. Juilland's D, Carroll's D₂ and Rosengren's S are the other way \
      round. The strip runs from the first document by date to the last.
      """)

  @Argument(help: ArgumentHelp("Words, as one or several of the text.", valueName: "word"))
  var terms: [String] = []

  @Option(help: ArgumentHelp("The commonest words, in place of words: 30.", valueName: "n"))
  var top: Int?

  @Option(help: "The parts: document, author, publication, month or year.")
  var by: CoverageGrouping?

  @Option(help: ArgumentHelp("So many parts of the same length.", valueName: "n"))
  var parts: Int?

  @Flag(help: "Print how often each word occurs in each part.")
  var detail = false

  @Flag(help: "Find the words inside of longer words too.")
  var characters = false

  @Option(help: ArgumentHelp("Columns of the strip.", valueName: "n"))
  var columns = 50

  @Option(help: "table, csv, json, ndjson or markdown.")
  var format = TableFormat.table

  @OptionGroup var words: WordOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if let top { try requirePositive(top, for: "--top") }
    if let parts { try require(parts, in: 2...countable.upperBound, for: "--parts") }
    try require(columns, in: 1...1_000, for: "--columns")
    if !terms.isEmpty, top != nil { throw ValidationError("Give words or --top, not both.") }
    if by != nil, parts != nil { throw ValidationError("Give --by or --parts, not both.") }
    if characters, terms.isEmpty { throw ValidationError("--characters needs words.") }
  }

  func run() throws {
    try Console.run { console in
      let grouping = by ?? .document
      let query = DispersionQuery(
        documents: selection.filter, parts: parts.map { .equal($0) } ?? .groups(grouping),
        reader: try words.reader(
          console, asked: terms.isEmpty ? nil : try AskedWords(terms, isAnywhere: characters)),
        columns: columns)
      let result = try query.run(
        on: try words.source(), top: top ?? 30, hasFunctionWords: words.functionWords,
        console.context(threads: threads.threads), report: { console.report([$0]) })
      console.endProgress()
      let language = display.language
      let name =
        parts == nil
        ? Table.header(of: grouping, language: language) : Headers(language)("部分", "Part")
      let table =
        detail
        ? Table(result.words, parts: result.parts, name: name, language: language)
        : Table(result.words, language: language)
      try console.write(format.text(table, display.style))
    }
  }
}
