import LunhengCore
import LunhengStore

/// Matches a codebook against the documents of a corpus that do not carry its matches yet.
public struct ThemeStage: Sendable {
  private let matcher: ThemeMatcher
  private let sha256: String
  private let segmentation: String

  /// - Parameters:
  ///   - sha256: of the codebook's file.
  ///   - segmentation: identity of the segmenter whose words tell the boundary status.
  public init(codebook: Codebook, sha256: String, segmentation: String) {
    matcher = ThemeMatcher(codebook)
    self.sha256 = sha256
    self.segmentation = segmentation
  }

  /// The version of matching: changes whenever the same codebook may give other hits.
  private static let version = "1"

  /// What documents carry that this stage is done with.
  var stamp: StageStamp {
    StageStamp(
      .themes(of: matcher.codebook.id),
      "\(Self.version) codebook-\(sha256) \(segmentation)")
  }

  /// Gives how many documents it annotated.
  ///
  /// - Throws: `StoreError`; what was stored before stays.
  @discardableResult
  public func run(_ corpus: Corpus, _ context: RunContext) throws -> Int {
    let row = try corpus.register(matcher.codebook, sha256: sha256)
    return try corpus.forEachPendingBatch(.themes, stamp, context) { batch in
      let matcher = matcher
      let annotations = parallelMap(
        batch, threads: context.threads, makeWorker: { FoldedText() },
        body: { folded, document in Self.annotate(document, by: matcher, folded: &folded) })
      try corpus.storeAnnotations(codebook: row, annotations, stamp: stamp.stamp)
    }
  }

  private static func annotate(
    _ document: StoredDocument, by matcher: ThemeMatcher, folded: inout FoldedText
  ) -> DocumentAnnotation {
    let blocks = document.blocks.map { block in
      folded.fold(block.units)
      var matches = matcher.matches(in: folded)
      if !matches.isEmpty { matches.setStatus(from: block.decodedTokens) }
      return BlockMatches(ordinal: block.ordinal, matches: matches)
    }
    return DocumentAnnotation(
      document: document.reference, blocks: blocks.filter { !$0.matches.isEmpty },
      scores: ThemeScore.rank(
        blocks.map(\.matches), in: matcher.codebook, characters: document.characters))
  }
}
