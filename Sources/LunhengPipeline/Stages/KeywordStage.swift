import LunhengCore
import LunhengStore

/// Finds the keywords of the documents of a corpus whose keywords are not found yet.
public struct KeywordStage: Sendable {
  private let finder: KeywordFinder
  private let kept: Int
  private let stamp: StageStamp

  /// Keywords that are kept of each document, if not more are asked for: what those of a corpus and
  /// of groups are made of.
  private static let minimumKept = 30

  /// - Parameters:
  ///   - limit: keywords of each document that are wanted.
  ///   - segmenter: the one whose tokens the corpus has.
  ///   - codebook: terms that count as words where they match, and its file's SHA-256.
  public init(
    _ extractor: KeywordExtractor, limit: Int, segmenter: Segmenter,
    codebook: (codebook: Codebook, sha256: String)?
  ) {
    finder = KeywordFinder(
      extractor, segmenter: segmenter, terms: codebook.map { ThemeMatcher($0.codebook) })
    kept = max(limit, Self.minimumKept)
    stamp = StageStamp(
      .keywords,
      "\(extractor.identity) \(kept) \(segmenter.identity)"
        + (codebook.map { " codebook-\($0.sha256)" } ?? ""))
  }

  /// Gives how many documents it found the keywords of.
  ///
  /// - Throws: `ICUError` or `StoreError`; what was stored before stays.
  @discardableResult
  public func run(_ corpus: Corpus, _ context: RunContext) throws -> Int {
    try corpus.forEachPendingBatch(.keywords, stamp, context) { batch in
      let (finder, kept) = (finder, kept)
      let keywords = try parallelMap(
        batch, threads: context.threads, makeWorker: { try finder.makeWorker() },
        body: { worker, document in
          var blocks: [KeywordBlock] = []
          for block in document.blocks {
            blocks.append(
              worker.block(block.ordinal, block.role, block.units, block.decodedTokens))
          }
          return DocumentKeywords(
            document: document.reference,
            keywords: worker.keywords(
              of: blocks, title: document.title, authors: document.authors, limit: kept))
        })
      try corpus.storeKeywords(keywords, stamp: stamp.stamp)
    }
  }
}
