import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengStore

struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Tag documents with the themes of a codebook.",
    discussion: """
      Examples:
        lunheng annotate --codebook codebook.yaml < documents.ndjson > tagged.ndjson
        lunheng annotate --codebook codebook.yaml --corpus op-eds.lunheng

      As a filter it reads NDJSON documents ({"id","text",…}) and writes for each \
      {"id","characters","themes":[{"theme","count","score"}],"matches":[{"theme","term","start",\
      "end","status"}]}, themes strongest first, and none if no theme is strong enough; offsets count \
      characters of the text from 0. On a \
      corpus it stores the matches there, for documents that lack them.
      """)

  @Option(
    help: ArgumentHelp("The codebook.", valueName: "file"), completion: .file(extensions: ["yaml"]))
  var codebook: String

  @Option(
    help: ArgumentHelp("NDJSON to tag, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String?

  @Option(
    help: ArgumentHelp("A corpus to tag instead.", valueName: "file"),
    completion: .file(extensions: ["lunheng"]))
  var corpus: String?

  @Option(help: "As a filter: only hits that are aligned, nested or crossing (repeatable).")
  var status: [BoundaryStatus] = []

  @OptionGroup var segmentation: SegmenterOptions

  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    if input != nil, corpus != nil { throw ValidationError("Give --input or --corpus, not both.") }
    if corpus != nil, !status.isEmpty {
      throw ValidationError("A corpus keeps all hits; give --status to query and coverage.")
    }
  }

  func run() throws {
    try Console.run { console in
      let loaded = try ConfigurationFile.codebook(codebook)
      let (segmenter, warnings) = try segmentation.load()
      console.report(loaded.warnings + warnings)
      let context = console.context(threads: threads.threads)
      guard let corpus else {
        try AnnotateFilter(
          codebook: loaded.value, segmenter: segmenter, statuses: status.isEmpty ? nil : status
        ).run(
          input ?? "-", threads: context.threads, report: { console.report([$0]) },
          write: { try console.write($0) })
        return
      }
      let opened = try Corpus(openingAt: corpus, writable: true)
      try SegmentStage(segmenter: segmenter).run(opened, context)
      let outcome = try ThemeStage(
        codebook: loaded.value, sha256: loaded.sha256, segmentation: segmenter.identity
      ).run(opened, context)
      try opened.close()
      console.report(outcome.diagnostics)
      console.note("documents tagged: \(outcome.documents)")
    }
  }
}
