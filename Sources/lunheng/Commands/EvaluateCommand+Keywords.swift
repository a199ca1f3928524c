import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport

extension EvaluateCommand {
  struct Keywords: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure keywords against those that people gave documents.",
      discussion: """
        Examples:
          lunheng evaluate keywords abstracts.ndjson
          lunheng evaluate keywords op-eds.ndjson --label tags --top 10
          lunheng evaluate keywords abstracts.ndjson --method tfidf --errors 20

        Documents are NDJSON ({"id","text",…}) with a field that lists their keywords. Compared are the \
        first --top keywords of each, as they are and folded (系統 and 系统 are then one).

        Precision is the share of the keywords found that were given, recall the share of those given that \
        were found, F1 their harmonic mean, each a mean over documents; micro F1 is that of all keywords \
        together. All are fractions of 1.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case table, json
    }

    @Argument(help: "NDJSON documents, or - for standard input.", completion: .file())
    var input: String

    @Option(help: ArgumentHelp("The field that lists keywords.", valueName: "name"))
    var label = "keywords"

    @Option(help: "combined (the best), tfidf or textrank.")
    var method = KeywordMethod.combined

    @Option(
      help: ArgumentHelp(
        "Keywords of each document to look at (repeatable; 5 and 10 if not given).",
        valueName: "n"))
    var top: [Int] = []

    @Option(
      help: ArgumentHelp("Print the first n documents with keywords missed.", valueName: "n"))
    var errors = 0

    @Option(help: "table or json.")
    var format = Format.table

    @OptionGroup var segmentation: SegmenterOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var display: DisplayOptions

    func validate() throws {
      for count in top { try requirePositive(count, for: "--top") }
      try require(errors, in: countable, for: "--errors")
    }

    func run() throws {
      try Console.run { console in
        let (segmenter, warnings) = try segmentation.load()
        console.report(warnings)
        let report = try KeywordMeasurement(
          try .standard(method), segmenter: segmenter, field: label,
          cutoffs: top.isEmpty ? [5, 10] : top, errors: errors
        ).run(
          input, threads: console.context(threads: threads.threads).threads,
          report: { console.report([$0]) })
        switch format {
        case .table: try console.write(report.text(display.style, language: display.language))
        case .json: try console.write(report.jsonValue)
        }
      }
    }
  }
}
