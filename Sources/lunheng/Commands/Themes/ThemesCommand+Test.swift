import ArgumentParser
import LunhengPipeline
import LunhengReport

extension ThemesCommand {
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Code the examples that a codebook holds, and show those that come out wrong.",
      discussion: """
        Examples:
          lunheng themes test codebook.yaml

        A positive example must have a hit of its theme, a leading one must rank it first, and a \
        negative one must have none. For each that fails, what was found instead is shown: themes, \
        scores and hits. Exit status 1 if one fails.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    @Argument(help: "The codebook.", completion: .file(extensions: ["yaml"]))
    var codebook: String

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var segmentation: SegmenterOptions
    @OptionGroup var threads: ThreadOptions

    func run() throws {
      try Console.run { console in
        let loaded = try ConfigurationFile.codebook(codebook)
        let (segmenter, warnings) = try segmentation.load()
        console.report(loaded.warnings + warnings)
        let report = try CodebookTest(codebook: loaded.value, segmenter: segmenter).run(
          threads: console.context(threads: threads.threads).threads)
        if report.examples == 0 {
          console.report([PipelineError.noExamples(path: codebook).diagnostic])
        }
        switch format {
        case .text: try console.write(report.text())
        case .json: try console.write(report.jsonValue)
        }
        if !report.failures.isEmpty { throw ExitCode(1) }
      }
    }
  }
}
