import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

extension ThemesCommand {
  struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Suggest terms for a theme, ranked by how far they belong to it.",
      discussion: """
        Examples:
          lunheng themes suggest --seed 骨灰龕 --seed 龕位 --corpus c.lunheng
          lunheng themes suggest --theme 房屋 --codebook b.yaml --corpus c.lunheng
          lunheng themes suggest --label 教育局 --input labelled.ndjson
          lunheng themes suggest --label-field bureau --input d.ndjson --format yaml

        Compared with all other text are the paragraphs that have a seed, or a hit of the theme; or \
        the documents whose label field has that value, or each of its values in turn. Terms are \
        words, phrases of up to four words, and strings that hold together although segmentation \
        cuts them. What a codebook has already is left out, and so is what occurs in too few \
        documents, or nearly always within a longer term.

        G² (log-likelihood) is the evidence that a term is commoner in the target, the log ratio how \
        much: 1 for twice, 3 for eight times. --format yaml prints a list to paste into a codebook.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case table, csv, json, ndjson, markdown, yaml
    }

    @Option(help: ArgumentHelp("Words that the theme is known by (repeatable).", valueName: "term"))
    var seed: [String] = []

    @Option(help: ArgumentHelp("A theme of the codebook, by id or name.", valueName: "theme"))
    var theme: String?

    @Option(
      help: ArgumentHelp("A codebook; its terms are not suggested.", valueName: "file"),
      completion: .file(extensions: ["yaml"]))
    var codebook: String?

    @Option(help: ArgumentHelp("Documents with this label.", valueName: "value"))
    var label: String?

    @Option(help: ArgumentHelp("The field that labels documents: label.", valueName: "name"))
    var labelField: String?

    @Option(
      help: ArgumentHelp("NDJSON documents in place of a corpus.", valueName: "file"),
      completion: .file())
    var input: String?

    @Option(help: ArgumentHelp("Terms, for each label.", valueName: "n"))
    var top = 30

    @Option(help: ArgumentHelp("Occurrences that a term must have.", valueName: "n"))
    var minCount = 4

    @Option(help: ArgumentHelp("Documents that a term must occur in, 2 or more.", valueName: "n"))
    var minDocuments = 3

    @Option(
      help: ArgumentHelp(
        "How many times as frequent a term must be in the target as elsewhere.", valueName: "x"))
    var minRatio = 4.0

    @Option(help: "table, csv, json, ndjson, markdown or yaml.")
    var format = Format.table

    @OptionGroup var segmentation: SegmenterOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var display: DisplayOptions

    private var isLabelled: Bool { label != nil || labelField != nil }

    func validate() throws {
      try requirePositive(top, for: "--top")
      try require(minCount, in: 2...countable.upperBound, for: "--min-count")
      try require(minDocuments, in: 2...countable.upperBound, for: "--min-documents")
      guard minRatio > 0, minRatio.isFinite else {
        throw ValidationError("--min-ratio must be above 0.")
      }
      guard [!seed.isEmpty, theme != nil, isLabelled].filter({ $0 }).count == 1 else {
        throw ValidationError("Give --seed, --theme or --label, and only one of them.")
      }
      if theme != nil, codebook == nil { throw ValidationError("--theme needs --codebook FILE.") }
      if isLabelled, input == nil {
        throw ValidationError("Labels are fields of NDJSON; give it with --input FILE.")
      }
      if input == "-" {
        throw ValidationError("The input is read twice, and standard input cannot be; give a file.")
      }
      if input == nil { _ = try corpus.path() }
    }

    func run() throws {
      try Console.run { console in
        let (segmenter, warnings) = try segmentation.load()
        let loaded = try codebook.map { try ConfigurationFile.codebook($0) }
        console.report(warnings + (loaded?.warnings ?? []))
        let suggesting = TermSuggesting(
          target: try target(loaded?.value), segmenter: segmenter, codebook: loaded?.value,
          limit: top, minimumCount: minCount, minimumDocuments: minDocuments,
          minimumRatio: minRatio)
        let found = try suggesting.run(
          on: try input.map { .records(path: $0) } ?? .corpus(try corpus.open()),
          console.context(threads: threads.threads), report: { console.report([$0]) })
        try console.write(text(found))
      }
    }

    private func target(_ codebook: Codebook?) throws -> SuggestionTarget {
      if isLabelled { return .labelled(field: labelField ?? "label", value: label) }
      if let theme, let codebook { return try .theme(theme, of: codebook) }
      return try .seeds(seed)
    }

    private func text(_ found: [TermSuggestions]) -> String {
      let namesTargets = isLabelled && label == nil
      let table = Table(found, namesTargets: namesTargets, language: display.language)
      return switch format {
      case .yaml: namesTargets ? TermSuggestions.yaml(found) : found.map { $0.yaml() }.joined()
      case .table: table.terminal(display.style)
      case .csv: table.csv()
      case .json: table.json()
      case .ndjson: table.ndjson()
      case .markdown: table.markdown()
      }
    }
  }
}
