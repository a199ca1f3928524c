import LunhengConfiguration
import LunhengCore
import LunhengIngest
import LunhengReport
import LunhengStore

/// Runs a pipeline file: ingest, segment, themes, keywords, coverage.
public struct PipelineRun: Sendable {
  private let configuration: PipelineConfiguration
  private let paths: PathResolver

  /// - Parameter path: the pipeline's file, which its paths are relative to.
  public init(_ configuration: PipelineConfiguration, path: String) {
    self.configuration = configuration
    paths = PathResolver(file: path)
  }

  /// What a run did.
  public struct Result: Sendable {
    public var ingest: IngestSummary
    /// Warnings of the configuration, then what was wrong with inputs.
    public var diagnostics: [Diagnostic]
    /// The corpus, and the files that were written.
    public var corpus: String
    public var outputs: [String]
    /// The first matrix that the pipeline asks for, and its measure.
    public var matrix: (matrix: CoverageMatrix, measure: CoverageMeasure)?
  }

  /// Passages that an HTML page shows for each cell.
  private static let passagesPerCell = 12

  /// - Throws: `ConfigurationFailure` before anything is done; `StoreError`, `ICUError` or
  ///   `PipelineError` where a stage cannot go on.
  public func run(_ context: RunContext) throws -> Result {
    let codebook = try configuration.themes.map {
      try ConfigurationFile.codebook(paths.resolve($0.codebook))
    }
    let lexicon = try ConfigurationFile.lexicon(
      configuration.segment.lexicons.map(paths.resolve))
    let segmenter = try Segmenter.standard(lexicon: lexicon.words)
    let reader = DocumentReader(encoding: configuration.ingest.encoding)

    let corpusPath = paths.resolve(configuration.corpus)
    try OutputFile.makeFolder(for: corpusPath)
    let corpus = try Corpus(creatingAt: corpusPath)
    let ingested = try IngestStage(reader: reader, base: PathBase(folder: paths.folder)).run(
      configuration.ingest.paths.map(paths.resolve), into: corpus, context)
    try SegmentStage(segmenter: segmenter).run(corpus, context)
    let themes = try codebook.map {
      try ThemeStage(
        codebook: $0.value, sha256: $0.sha256, segmentation: segmenter.identity
      ).run(corpus, context)
    }
    if let keywords = configuration.keywords {
      try KeywordStage(
        .standard(keywords.method), limit: keywords.top, segmenter: segmenter,
        codebook: codebook.map { ($0.value, $0.sha256) }
      ).run(corpus, context)
    }
    let manifest = Manifest(
      pipeline: configuration.id, inputs: ingested.inputs, reader: reader.version,
      segmenter: segmenter.identity,
      codebook: codebook.map {
        IngestSummary.Input(name: $0.value.id, sha256: $0.sha256)
      },
      keywords: configuration.keywords.map { "\($0.method.rawValue) \($0.top)" },
      documents: try corpus.documentCount())
    var result = Result(
      ingest: ingested,
      diagnostics: (codebook?.warnings ?? []) + lexicon.warnings + ingested.diagnostics
        + (themes?.diagnostics ?? []),
      corpus: corpusPath, outputs: [])
    try writeCoverage(of: corpus, manifest, context, &result)
    _ = try corpus.recordRun(manifest: JSONWriter().string(manifest.json))
    try corpus.close()
    return result
  }

  private func writeCoverage(
    of corpus: Corpus, _ manifest: Manifest, _ context: RunContext, _ result: inout Result
  ) throws {
    for (index, coverage) in configuration.coverage.enumerated() {
      let query = CoverageQuery(grouping: coverage.grouping)
      let matrix = try query.matrix(of: corpus)
      if result.matrix == nil { result.matrix = (matrix, coverage.measure) }
      let rendering = CoverageRendering(
        matrix: matrix, measure: coverage.measure, manifest: manifest.json)
      let evidence =
        coverage.format == .html
        ? try query.evidence(for: matrix, in: corpus, limit: Self.passagesPerCell) : []
      let path = paths.resolve(coverage.output)
      try OutputFile.write(rendering.text(coverage.format, evidence: evidence), to: path)
      result.outputs.append(path)
      context.report(
        StageProgress(stage: .coverage, done: index + 1, total: configuration.coverage.count))
    }
  }
}
