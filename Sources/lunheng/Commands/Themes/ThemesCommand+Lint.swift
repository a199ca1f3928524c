import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport

extension ThemesCommand {
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find terms that do nothing, do double work, or may not find what they mean.",
      discussion: """
        Examples:
          lunheng themes lint codebook.yaml
          lunheng themes lint codebook.yaml --corpus op-eds.lunheng
          lunheng themes lint codebook.yaml --input documents.ndjson --terms

        Findings in the codebook: duplicate-term, shared-term, short-term, nested-term, \
        missing-variant (what Taiwan, Hong Kong or the mainland call it), ambiguous-fold, no-examples. \
        With texts also: dead-term, shadowed-term (longer terms hide it), excluded-term, \
        one-document-term and risky-term (a fifth of its hits or more cut words).

        --terms prints every term and what becomes of its occurrences; risk is the share of hits that \
        are nested in longer words or cross the end of one. Nothing is changed, and findings are no \
        errors: the exit status is 0.
        """)

    @Argument(help: "The codebook.", completion: .file(extensions: ["yaml"]))
    var codebook: String

    @OptionGroup var source: TextSourceOptions

    @Flag(help: "Print a row for each term and not the findings.")
    var terms = false

    @Option(help: "table, csv, json, ndjson or markdown.")
    var format = TableFormat.table

    @OptionGroup var display: DisplayOptions
    @OptionGroup var segmentation: SegmenterOptions
    @OptionGroup var threads: ThreadOptions

    func validate() throws {
      if terms, !source.isGiven {
        throw ValidationError("--terms counts in texts; give --corpus or --input.")
      }
    }

    func run() throws {
      try Console.run { console in
        let loaded = try ConfigurationFile.codebook(codebook)
        console.report(loaded.warnings)
        let lint = CodebookLint(codebook: loaded.value, places: loaded.places)
        var report = lint.run()
        if let source = try source.open() {
          let (segmenter, warnings) = try segmentation.load()
          console.report(warnings)
          report = try lint.run(
            on: source, segmenter: segmenter, console.context(threads: threads.threads),
            report: { console.report([$0]) })
        }
        console.endProgress()
        let table =
          terms
          ? Table(report.terms, language: display.language)
          : Table(report.findings, language: display.language)
        try console.write(format.text(table, display.style))
        if report.documents == 0 { console.note("there are no documents to search") }
        if report.findings.isEmpty { console.note("no findings") }
      }
    }
  }
}
