import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

extension CollocationOrder: ExpressibleByArgument {}
extension CollocationWindow.Unit: ExpressibleByArgument {}

struct CollocationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collocations",
    abstract: "Which words stand near a word, or follow each other, more often than by chance.",
    discussion: """
      Examples:
        lunheng collocations 創新 --corpus op-eds.lunheng
        lunheng collocations 房屋 土地 --window 3 --sort log-dice
        lunheng collocations 河套區 --within sentence --input d.ndjson
        lunheng collocations --pairs --sort lambda --min-count 5

      The words are found as they are spelled, as one word or several; --characters also finds them \
      inside of longer words. Where several fit, the longest counts.

      Compared are the words near the node (R₁ of them) with all words that are no node (N): a \
      word that occurs C₁ times is expected R₁ · C₁ / N times near it. A word is counted once, however many \
      nodes are near. --pairs lists words that follow each other without punctuation between.
      """)

  @Argument(help: ArgumentHelp("Words whose surroundings are asked for.", valueName: "word"))
  var nodes: [String] = []

  @Flag(help: "List the strongest pairs of words that follow each other.")
  var pairs = false

  @Flag(help: "Find the words inside of longer words too.")
  var characters = false

  @Option(
    help: ArgumentHelp(
      "Words to each side that count: 5; with --pairs, how many words on the second may be: 1.",
      valueName: "n"))
  var window: Int?

  @Option(help: ArgumentHelp("Words to the left, where it is not --window.", valueName: "n"))
  var left: Int?

  @Option(help: ArgumentHelp("Words to the right, where it is not --window.", valueName: "n"))
  var right: Int?

  @Option(
    help: """
      sentence or paragraph: all of it in place of a window; with a window, what it does not go \
      beyond (paragraph).
      """)
  var within: CollocationWindow.Unit?

  @Option(
    help: """
      log-likelihood, log-dice, pmi, pmi3, t-score, z-score, dice, min-sensitivity, lambda or count.
      """)
  var sort = CollocationOrder.logLikelihood

  @Option(help: ArgumentHelp("Times that words must stand together.", valueName: "n"))
  var minCount = 3

  @Option(help: ArgumentHelp("Documents that must have them so.", valueName: "n"))
  var minDocuments = 1

  @Option(help: ArgumentHelp("Collocations of each word, or pairs.", valueName: "n"))
  var top = 50

  @Option(help: "table, csv, json, ndjson or markdown.")
  var format = TableFormat.table

  @OptionGroup var words: WordOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try requirePositive(top, for: "--top")
    try requirePositive(minCount, for: "--min-count")
    try requirePositive(minDocuments, for: "--min-documents")
    for (value, name) in [(window, "--window"), (left, "--left"), (right, "--right")] {
      try value.map { try require($0, in: countable, for: name) }
    }
    guard nodes.isEmpty == pairs else {
      throw ValidationError("Give words or --pairs, and only one of them.")
    }
    if pairs, within != nil || left != nil || right != nil || characters {
      throw ValidationError("--pairs goes with --window only.")
    }
    if pairs { try require(window ?? 1, in: 1...1_000, for: "--window") }
  }

  private var span: CollocationWindow {
    guard window != nil || left != nil || right != nil else {
      return within.map { CollocationWindow(whole: $0) } ?? CollocationWindow(left: 5, right: 5)
    }
    return CollocationWindow(
      left: left ?? window ?? 0, right: right ?? window ?? 0, unit: within ?? .paragraph)
  }

  private var wanted: CollocationSelection {
    var wanted = CollocationSelection()
    wanted.minimumCount = minCount
    wanted.minimumDocuments = minDocuments
    wanted.hasFunctionWords = words.functionWords
    wanted.order = sort
    wanted.limit = top
    return wanted
  }

  func run() throws {
    try Console.run { console in
      let query = CollocationQuery(
        documents: selection.filter,
        reader: try words.reader(
          console, asked: pairs ? nil : try AskedWords(nodes, isAnywhere: characters),
          dividesSentences: within == .sentence),
        selection: wanted)
      let context = console.context(threads: threads.threads)
      let source = try words.source()
      let lines =
        pairs
        ? try query.pairs(in: source, window: window ?? 1, context) { console.report([$0]) }
        : try query.neighbours(in: source, window: span, context) { console.report([$0]) }
      console.endProgress()
      let table = Table(lines, isOfPairs: pairs, language: display.language)
      try console.write(format.text(table, display.style))
    }
  }
}
