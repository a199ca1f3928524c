import LunhengCore
import LunhengStore

/// Segments the documents of a corpus that this segmenter has not segmented yet.
public struct SegmentStage: Sendable {
  private let segmenter: Segmenter

  public init(segmenter: Segmenter) { self.segmenter = segmenter }

  /// What documents carry that this stage is done with.
  var stamp: StageStamp { StageStamp(.tokens, segmenter.identity) }

  /// Gives how many documents it segmented.
  ///
  /// - Throws: `ICUError` or `StoreError`; what was stored before stays.
  @discardableResult
  public func run(_ corpus: Corpus, _ context: RunContext) throws -> Int {
    try corpus.forEachPendingBatch(.segment, stamp, context) { batch in
      let segmenter = segmenter
      let tokens = try parallelMap(
        batch, threads: context.threads, makeWorker: { try segmenter.makeWorker() },
        body: { worker, document in
          var blocks: [BlockTokens] = []
          worker.segment(blocks: document.blocks.map(\.units), authors: document.authors) {
            blocks.append(
              BlockTokens(ordinal: document.blocks[$0].ordinal, tokens: TokenEncoding.encode($1)))
          }
          return DocumentTokens(document: document.reference, blocks: blocks)
        })
      try corpus.storeTokens(tokens, stamp: stamp.stamp)
    }
  }
}

extension Corpus {
  /// Calls `body` with batches of the documents that lack `stamp` until there are none, and reports.
  func forEachPendingBatch(
    _ stage: PipelineStage, _ stamp: StageStamp, _ context: RunContext,
    _ body: ([StoredDocument]) throws -> Void
  ) throws -> Int {
    let total = try documentCount(pending: stamp)
    var done = 0
    var last: Int64 = 0
    while done < total {
      let batch = try contentBatch(
        after: last, limit: 512, maximumCharacters: 1_000_000, pending: stamp)
      guard let end = batch.last?.reference.rowID else { break }
      try body(batch)
      last = end
      done += batch.count
      context.report(StageProgress(stage: stage, done: done, total: total))
    }
    return done
  }
}

extension StoredBlock {
  /// The block's tokens, as the segment stage stored them; none if it did not run.
  var decodedTokens: [Token] { tokens.flatMap { TokenEncoding.decode($0) } ?? [] }
}
