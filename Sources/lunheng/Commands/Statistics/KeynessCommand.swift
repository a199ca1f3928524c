import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

extension KeyWordOrder: ExpressibleByArgument {}
extension KeyWordSelection.Use: ExpressibleByArgument {}
extension KeyWordSelection.Test: ExpressibleByArgument {}
extension MultipleTesting: ExpressibleByArgument {}

struct KeynessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keyness",
    abstract: "Which words tell some documents from others.",
    discussion: """
      Examples:
        lunheng keyness --target author=閻小駿
        lunheng keyness --target year=2024 --reference year=2023 --use both
        lunheng keyness --target publication=明報 --test documents --max-p 0.05
        lunheng keyness --input a.ndjson --reference-input b.ndjson

      The target is compared with all other documents, or with those of --reference. Conditions are \
      FIELD=VALUE with the fields author, publication, document, from, to and year: several of one \
      field are alternatives, and all fields must fit.

      G² (log-likelihood) is the evidence for a difference, the log ratio its size: 1 for twice as \
      frequent, 3 for eight times. G² takes words for independent of each other, which those of one \
      text are not: --test documents compares the rates of documents instead (Welch's t). CSV and JSON \
      have all measures.
      """)

  @Option(help: ArgumentHelp("Documents of the target (repeatable).", valueName: "field=value"))
  var target: [String] = []

  @Option(
    help: ArgumentHelp(
      "Documents to compare it with (repeatable); all others if not given.",
      valueName: "field=value"))
  var reference: [String] = []

  @Option(
    help: ArgumentHelp("NDJSON documents that the reference is taken from.", valueName: "file"),
    completion: .file())
  var referenceInput: String?

  @Option(help: "Words that the target has more of, fewer of, or both: over, under or both.")
  var use = KeyWordSelection.Use.over

  @Option(
    help: """
      log-likelihood, chi-square, log-ratio, simple-maths, percent-difference, odds-ratio, \
      documents (their G²), welch or count.
      """)
  var sort = KeyWordOrder.logLikelihood

  @Option(help: "The test that p is of: words (G²) or documents (Welch's t).")
  var test = KeyWordSelection.Test.words

  @Option(help: "Correction of p for the number of words tested: holm, bh or none.")
  var correction = MultipleTesting.holm

  @Option(help: ArgumentHelp("Only words whose corrected p is at most this.", valueName: "p"))
  var maxP: Double?

  @Option(
    help: ArgumentHelp("Only words whose log ratio is at least this far from 0.", valueName: "x"))
  var minLogRatio = 0.0

  @Option(help: ArgumentHelp("Occurrences that a word must have in all.", valueName: "n"))
  var minCount = 5

  @Option(help: ArgumentHelp("Documents that a word must occur in.", valueName: "n"))
  var minDocuments = 1

  @Option(help: ArgumentHelp("Of simple maths: added to each rate, per million.", valueName: "n"))
  var smoothing = 1.0

  @Option(help: ArgumentHelp("Words of each use.", valueName: "n"))
  var top = 50

  @Option(help: "table, csv, json, ndjson or markdown.")
  var format = TableFormat.table

  @OptionGroup var words: WordOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    try requirePositive(top, for: "--top")
    try requirePositive(minCount, for: "--min-count")
    try requirePositive(minDocuments, for: "--min-documents")
    guard smoothing > 0, smoothing.isFinite else {
      throw ValidationError("--smoothing must be above 0.")
    }
    guard minLogRatio >= 0 else { throw ValidationError("--min-log-ratio must be 0 or above.") }
    if let maxP, !(0...1).contains(maxP) { throw ValidationError("--max-p must be from 0 to 1.") }
    if referenceInput == "-", words.input == "-" {
      throw ValidationError("Only one of --input and --reference-input can be standard input.")
    }
    guard !target.isEmpty || referenceInput != nil else {
      throw ValidationError("Say with --target or --reference-input what is to be compared.")
    }
    _ = try (targetFilter(), referenceFilter())
  }

  private func targetFilter() throws -> DocumentFilter {
    try DocumentFilter(conditions: target, of: "--target")
  }

  private func referenceFilter() throws -> DocumentFilter? {
    reference.isEmpty ? nil : try DocumentFilter(conditions: reference, of: "--reference")
  }

  private var selection: KeyWordSelection {
    var selection = KeyWordSelection()
    selection.minimumCount = minCount
    selection.minimumDocuments = minDocuments
    selection.hasFunctionWords = words.functionWords
    selection.correction = correction
    selection.use = use
    selection.test = test
    selection.maximumSignificance = maxP
    selection.minimumLogRatio = minLogRatio
    selection.order = sort
    selection.smoothing = smoothing
    selection.limit = top
    return selection
  }

  func run() throws {
    try Console.run { console in
      let query = KeynessQuery(
        target: try targetFilter(), reference: try referenceFilter(),
        reader: try words.reader(console), selection: selection)
      let result = try query.run(
        on: try words.source(), against: referenceInput.map { .records(path: $0) },
        console.context(threads: threads.threads), report: { console.report([$0]) })
      console.endProgress()
      let table = Table(
        result.words, of: result.analysis, selection, language: display.language)
      try console.write(format.text(table, display.style))
    }
  }
}
