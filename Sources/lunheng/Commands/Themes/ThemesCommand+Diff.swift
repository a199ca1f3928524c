import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport

extension ThemesCommand {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What the edits of a codebook are, and what each does to the hits.",
      discussion: """
        Examples:
          lunheng themes diff old.yaml new.yaml
          lunheng themes diff old.yaml new.yaml --corpus op-eds.lunheng
          lunheng themes diff old.yaml new.yaml --corpus op-eds.lunheng \\
            --by month --cells

        The edits stand in the order of the new codebook, then what it lacks. They are applied one \
        after the other, so that what each does adds up to the whole: the last row, for which the two \
        codebooks are compared without the edits. Hits are stretches of text, counted once for a \
        theme; a cell counts those of a theme with its subthemes in a row (--by).

        --cells prints the cells that change: before, after, and which edit moved them by how much.
        """)

    @Argument(help: "The codebook as it was.", completion: .file(extensions: ["yaml"]))
    var old: String

    @Argument(help: "The codebook as it is.", completion: .file(extensions: ["yaml"]))
    var new: String

    @OptionGroup var source: TextSourceOptions

    @Option(help: "Rows of the matrix: document, author, publication, month or year.")
    var by = CoverageGrouping.document

    @Flag(help: "Print the cells that change and not the edits.")
    var cells = false

    @Option(help: "table, csv, json, ndjson or markdown.")
    var format = TableFormat.table

    @OptionGroup var display: DisplayOptions
    @OptionGroup var segmentation: SegmenterOptions
    @OptionGroup var threads: ThreadOptions

    func validate() throws {
      if cells, !source.isGiven {
        throw ValidationError("--cells counts in texts; give --corpus or --input.")
      }
    }

    func run() throws {
      try Console.run { console in
        let (old, new) = try (ConfigurationFile.codebook(old), ConfigurationFile.codebook(new))
        console.report(old.warnings + new.warnings)
        let comparison = CodebookComparison(
          from: old.value, to: new.value, by: by, oldPlaces: old.places, newPlaces: new.places)
        var report: CodebookComparison.Report?
        if let source = try source.open() {
          let (segmenter, warnings) = try segmentation.load()
          console.report(warnings)
          report = try comparison.run(
            on: source, segmenter: segmenter, console.context(threads: threads.threads),
            report: { console.report([$0]) })
        }
        console.endProgress()
        let language = display.language
        let table =
          if cells, let report {
            Table(report.cells, of: comparison.changes, by: by, language: language)
          } else {
            Table(comparison, report, language: language)
          }
        try console.write(format.text(table, display.style))
        if report?.documents == 0 { console.note("there are no documents to search") }
        if comparison.changes.edits.isEmpty { console.note("no edits") }
      }
    }
  }
}
