import ArgumentParser
import LunhengPipeline
import LunhengReport

extension EvaluateCommand {
  struct Folding: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure whether terms are found in other spellings, and only there.",
      discussion: """
        Examples:
          lunheng evaluate folding contrast.tsv

        Each line has a term, a text, hit or none, and, if wanted, why, divided by tabs; lines that \
        start with # are comments, and the first may name the columns: term, text. Each text is coded with a codebook of that one term. Prints how \
        many of each kind are right, and every line that is not. Exit status 1 if there is one.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    @Argument(help: "A file of contrasts, or - for standard input.", completion: .file())
    var contrasts: String

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var segmentation: SegmenterOptions
    @OptionGroup var threads: ThreadOptions

    func run() throws {
      try Console.run { console in
        let (segmenter, warnings) = try segmentation.load()
        console.report(warnings)
        let report = try FoldingMeasurement(segmenter: segmenter).run(
          contrasts, threads: console.context(threads: threads.threads).threads,
          report: { console.report([$0]) })
        switch format {
        case .text: try console.write(report.text())
        case .json: try console.write(report.jsonValue)
        }
        if !report.isRight { throw ExitCode(1) }
      }
    }
  }
}
