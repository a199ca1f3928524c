import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport

struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Every place where characters, or words of some kind, occur, in context.",
    discussion: """
      Examples:
        lunheng concordance 北都
        lunheng concordance '"發展" [pos="NOUN"]{1,2}' --sort right
        lunheng concordance '[word="金融.*"]' --by hit
        lunheng concordance 公屋 --by month

      A query is characters, found whatever the words are, or, if it starts with [ or ", tokens in CQL:
        "金融"  [word="金融|貿易"]     a word; a value is a regular expression for the whole of it
        [pos="ADJ"]  [theme="國際算力"]  a part of speech (UD); a word touched by a match of a theme
        []                            any word or mark
        [word!="的" & (pos="NOUN" | pos="PROPN")]
        A B   A | B   ( )   ? * + {2} {1,3}   within <s/>   within <p/>   containing B
      Characters count as equal as they do in codebooks (線 = 綫). Of overlapping matches the leftmost \
      and longest counts; none reaches over a paragraph's end.

      Documents that the index of words lacks are indexed first.
      """)

  @Argument(help: "Characters, or tokens in CQL.")
  var query: String

  @Flag(help: "Take the query as characters, whatever it starts with.")
  var text = false

  @Flag(help: "Print how many hits there are, and not the hits.")
  var count = false

  @Option(
    help:
      "Count by document, author, publication, month, hit, or left or right (the word beside it).")
  var by: ConcordanceGrouping?

  @Option(help: "Sort by date, document, hit, or left or right (the text beside it).")
  var sort = ConcordanceLayout.Order.date

  @Option(help: ArgumentHelp("Characters on each side.", valueName: "n"))
  var context = 20

  @Option(help: ArgumentHelp("Lines at most.", valueName: "n"))
  var limit = 100

  @Option(help: ArgumentHelp("Only so many hits, spread over all.", valueName: "n"))
  var sample: Int?

  @Option(help: ArgumentHelp("Which codebook, if the corpus has several.", valueName: "id"))
  var codebook: String?

  @Option(help: "table, csv, json, ndjson or markdown.")
  var format = TableFormat.table

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try requirePositive(limit, for: "--limit")
    try require(context, in: countable, for: "--context")
    if let sample { try requirePositive(sample, for: "--sample") }
    if count || by != nil, sample != nil {
      throw ValidationError("All hits are counted; give --sample without --count and --by.")
    }
    _ = try corpus.path()
  }

  func run() throws {
    try Console.run { console in
      let search = ConcordanceSearch(
        try ConcordanceSubject(query, isText: text), documents: selection.filter,
        codebook: codebook)
      let context = console.context(threads: threads.threads)
      let opened = try corpus.openIndexed(console, context)
      if count || by != nil {
        try printCounts(search, of: opened, console, context)
      } else {
        try printLines(search, of: opened, console, context)
      }
    }
  }
}
