import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "List the documents of a corpus, show one, or compare corpora by fingerprint.",
    discussion: """
      Examples:
        lunheng documents list --from 2024-01-01
        lunheng documents show Corpus/op-eds/2024-03-12-compute-hub.txt
      """,
    subcommands: [List.self, Show.self, Fingerprint.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List documents with their metadata.",
      discussion: """
        Examples:
          lunheng documents list --from 2024-01-01
          lunheng documents list --publication 維港時報 --format csv
        """)

    @Option(help: "table, csv, json, ndjson or markdown.")
    var format = TableFormat.table

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var display: DisplayOptions

    func validate() throws { _ = try corpus.path() }

    func run() throws {
      try Console.run { console in
        let documents = try corpus.open().documents(matching: selection.filter)
        try console.write(
          format.text(Table(documents, language: display.language), display.style))
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show documents: metadata with the place it was read from, blocks, their themes.",
      discussion: """
        Example:
          lunheng documents show Corpus/op-eds/2024-03-12-compute-hub.txt
        """)

    @Argument(help: "Names of documents, as `documents list` gives them.")
    var keys: [String]

    @Option(help: "text or ndjson.")
    var format = DocumentFormat.text

    @Option(help: ArgumentHelp("Which codebook, if the corpus has several.", valueName: "id"))
    var codebook: String?

    @OptionGroup var corpus: CorpusOptions

    func validate() throws { _ = try corpus.path() }

    func run() throws {
      try Console.run { console in
        let corpus = try corpus.open()
        let query = PassageThemesQuery(codebook: codebook)
        for key in keys {
          guard let document = try corpus.document(key: key),
            let summary = try corpus.documents(matching: DocumentFilter(keys: [key])).first
          else {
            console.report([PipelineError.unknownDocument(key).diagnostic])
            continue
          }
          try console.write(
            format.text(
              document, path: summary.path, encoding: summary.encoding,
              themes: try query.themes(ofDocument: key, in: corpus)))
        }
        if console.errors == keys.count { throw ExitCode(2) }
      }
    }
  }

  struct Fingerprint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a fingerprint of all that a corpus holds, table by table.",
      discussion: """
        Two corpora with the same documents, analysed in the same way, have the same fingerprint, in \
        whatever order and however often interrupted that was done.

        Example:
          lunheng documents fingerprint --corpus op-eds.lunheng
        """)

    @OptionGroup var corpus: CorpusOptions

    func validate() throws { _ = try corpus.path() }

    func run() throws {
      try Console.run { console in
        try console.line(try corpus.open().contentFingerprint().description)
      }
    }
  }
}

extension Table {
  /// A row a document.
  fileprivate init(_ documents: [DocumentSummary], language: String) {
    let isEnglish = language == "en"
    func header(_ chinese: String, _ english: String) -> String { isEnglish ? english : chinese }
    self.init(
      columns: [
        Column(key: "key", header: header("文件", "Document")),
        Column(key: "date", header: header("日期", "Date")),
        Column(key: "publication", header: header("刊物", "Publication")),
        Column(key: "page", header: header("版", "Page")),
        Column(key: "authors", header: header("作者", "Authors")),
        Column(key: "title", header: header("標題", "Title")),
        Column(key: "characters", header: header("字數", "Characters"), kind: .number),
        Column(key: "encoding", header: header("編碼", "Charset"), audience: .programs),
        Column(key: "sha256", header: "SHA-256", audience: .programs),
      ],
      rows: documents.map { document in
        [
          .text(document.key), .optional(document.date?.description),
          .optional(document.publication), .optional(document.page),
          document.authors.isEmpty
            ? .missing : .text(document.authors.joined(separator: "、")),
          .optional(document.title), .integer(document.characters), .text(document.encoding),
          .text(document.sha256),
        ]
      })
  }
}
