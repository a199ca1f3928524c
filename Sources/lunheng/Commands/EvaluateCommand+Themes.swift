import ArgumentParser
import LunhengPipeline
import LunhengReport

extension EvaluateCommand {
  struct Themes: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure a codebook against documents that people gave a theme each.",
      discussion: """
        Examples:
          lunheng evaluate themes labelled.ndjson --codebook b.yaml
          lunheng evaluate themes labelled.ndjson --codebook b.yaml --label bureau
          lunheng evaluate themes d.ndjson --codebook b.yaml --by year --errors 20

        Documents are NDJSON ({"id","text",…}) with a field that names their theme by id or name. \
        What counts is the theme that ranks first, if the text has enough of it; a subtheme answers for the theme that it is a \
        part of. A label that no theme has is warned of and never right; for the labels named with \
        --abstain, finding no theme is right.

        Accuracy comes with its 95% interval (Wilson). Precision is the share of documents given a \
        theme that have its label, recall the share of documents with the label that were given the \
        theme, F1 their harmonic mean. All are fractions of 1.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case table, json
    }

    enum Grouping: String, CaseIterable, ExpressibleByArgument {
      case year
    }

    @Argument(help: "NDJSON documents, or - for standard input.", completion: .file())
    var input: String

    @Option(
      help: ArgumentHelp("The codebook.", valueName: "file"),
      completion: .file(extensions: ["yaml"]))
    var codebook: String

    @Option(help: ArgumentHelp("The field that labels documents.", valueName: "name"))
    var label = "label"

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("Labels of documents that should be given no theme.", valueName: "value"))
    var abstain: [String] = []

    @Option(help: "Accuracy by year of the documents' dates.")
    var by: Grouping?

    @Option(
      help: ArgumentHelp(
        "Print the first n wrong documents: their best themes, and the hits that decided.",
        valueName: "n"))
    var errors: Int?

    @Option(help: "table or json.")
    var format = Format.table

    @OptionGroup var segmentation: SegmenterOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var display: DisplayOptions

    func validate() throws {
      if let errors { try require(errors, in: countable, for: "--errors") }
    }

    func run() throws {
      try Console.run { console in
        let loaded = try ConfigurationFile.codebook(codebook)
        let (segmenter, warnings) = try segmentation.load()
        console.report(loaded.warnings + warnings)
        let report = try ThemeMeasurement(
          codebook: loaded.value, segmenter: segmenter, field: label, abstentions: abstain,
          showsYears: by == .year, errors: errors
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
