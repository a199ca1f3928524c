import ArgumentParser
import LunhengPipeline
import LunhengReport

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a pipeline file: ingest, segment, tag, weigh keywords, write coverage.",
    discussion: """
      Example:
        lunheng run Pipelines/hong-kong-clusters.yaml

      Prints the first matrix that the pipeline asks for; its files are named on standard error. \
      Paths in the pipeline are relative to its file. Running it again does only what has changed.
      """)

  @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
  var pipeline: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try Console.run { console in
      let loaded = try ConfigurationFile.pipeline(pipeline)
      console.report(loaded.warnings)
      let result = try PipelineRun(loaded.value, path: pipeline)
        .run(console.context(threads: threads.threads))
      console.report(result.diagnostics)
      if let (matrix, measure) = result.matrix {
        try console.write(
          matrix.heatTable(measure, language: display.language, style: display.style))
      }
      console.note(result.ingest.sentence)
      console.note("corpus: \(result.corpus)")
      for output in result.outputs { console.note("output: \(output)") }
      try console.requireDocuments(result.ingest)
    }
  }
}

extension IngestSummary {
  /// What became of the inputs, in a line.
  var sentence: String {
    "documents: \(documents) (\(new) new, \(unchanged) unchanged, \(replaced) replaced), "
      + "inputs that failed: \(failed)"
  }
}

extension Console {
  /// Ends the command with "nothing could be done" if no input gave a document.
  func requireDocuments(_ summary: IngestSummary) throws {
    if summary.documents == 0 { throw ExitCode(2) }
  }
}
