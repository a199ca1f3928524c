import ArgumentParser
import LunhengIngest
import LunhengPipeline
import LunhengStore

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Take files into a corpus.",
    discussion: """
      Examples:
        lunheng ingest --corpus op-eds.lunheng Corpus/op-eds
        lunheng ingest --corpus speeches.lunheng speeches.jsonl
        lunheng ingest --corpus old.lunheng --encoding big5-hkscs archive/*.txt

      A text file is a document; a file of NDJSON holds one on each line. Files that the corpus has \
      already are not read again; a changed one replaces its old version. What cannot be read is \
      reported and does not stop the rest.
      """)

  @Argument(help: "Files, folders and patterns.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The charset of text files, as ICU names it; found for each if not given.", valueName: "name")
  )
  var encoding: String?

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var threads: ThreadOptions

  func validate() throws { _ = try corpus.path() }

  func run() throws {
    try Console.run { console in
      let corpus = try Corpus(creatingAt: try corpus.path())
      let stage = IngestStage(reader: DocumentReader(encoding: encoding))
      let summary = try stage.run(
        paths, into: corpus, console.context(threads: threads.threads))
      try corpus.close()
      console.report(summary.diagnostics)
      console.note(summary.sentence)
      try console.requireDocuments(summary)
    }
  }
}
