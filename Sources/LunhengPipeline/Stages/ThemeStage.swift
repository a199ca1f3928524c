import LunhengCore
import LunhengStore

/// Matches a codebook against the documents of a corpus that do not carry its matches yet.
public struct ThemeStage: Sendable {
  private let matcher: ThemeMatcher
  private let ranker: ThemeRanker
  private let sha256: String
  private let segmentation: String

  /// - Parameters:
  ///   - sha256: of the codebook's file.
  ///   - segmentation: identity of the segmenter whose words tell the boundary status.
  public init(codebook: Codebook, sha256: String, segmentation: String) {
    matcher = ThemeMatcher(codebook)
    ranker = ThemeRanker(codebook)
    self.sha256 = sha256
    self.segmentation = segmentation
  }

  /// The version of matching: changes whenever the same codebook may give other hits.
  private static let version = "2"

  /// What documents carry that this stage is done with.
  var stamp: StageStamp {
    StageStamp(
      .themes(of: matcher.codebook.id),
      "\(Self.version) codebook-\(sha256) \(segmentation)")
  }

  /// How many documents were annotated, and the patterns that some were too much for.
  public struct Outcome: Sendable {
    public var documents: Int
    public var diagnostics: [Diagnostic]
  }

  /// - Throws: `StoreError`, `ICUError` or `PatternError`; what was stored before stays.
  @discardableResult
  public func run(_ corpus: Corpus, _ context: RunContext) throws -> Outcome {
    let row = try corpus.register(matcher.codebook, sha256: sha256)
    var diagnostics: [Diagnostic] = []
    let documents = try corpus.forEachPendingBatch(.themes, stamp, context) { batch in
      let (matcher, ranker) = (matcher, ranker)
      let annotated = try parallelMap(
        batch, threads: context.threads, makeWorker: { try matcher.makeWorker() },
        body: { worker, document in
          let annotation = Self.annotate(document, ranker, &worker)
          return (annotation, worker.faults.map { $0.diagnostic(document: document.key) })
        })
      try corpus.storeAnnotations(codebook: row, annotated.map(\.0), stamp: stamp.stamp)
      diagnostics += annotated.flatMap(\.1)
    }
    return Outcome(documents: documents, diagnostics: diagnostics)
  }

  private static func annotate(
    _ document: StoredDocument, _ ranker: ThemeRanker, _ worker: inout ThemeMatcherWorker
  ) -> DocumentAnnotation {
    let matches = worker.matches(in: document.blocks.map(\.units)) {
      document.blocks.map(\.decodedTokens)
    }
    return DocumentAnnotation(
      document: document.reference,
      blocks: zip(document.blocks, matches).filter { !$1.isEmpty }.map {
        BlockMatches(ordinal: $0.ordinal, matches: $1)
      },
      scores: ranker.rank(matches, characters: document.characters))
  }
}

extension PatternFault {
  func diagnostic(document: String) -> Diagnostic {
    PipelineError.exhaustedPattern(pattern, document: document).diagnostic
  }
}
