import LunhengCore
import LunhengStore

/// Notes the words of the documents of a corpus in its index, for those that are not in it yet.
///
/// It goes by the words that a document has, whatever lexicon they were found with; documents that have
/// none are segmented.
public struct IndexStage: Sendable {
  private let segmenter: Segmenter
  private let model: SegmenterModel

  /// - Parameters:
  ///   - segmenter: for documents that have not been segmented.
  ///   - model: gives the words their parts of speech.
  public init(segmenter: Segmenter, model: SegmenterModel) {
    self.segmenter = segmenter
    self.model = model
  }

  /// The version of the index: changes whenever the same words may be stored otherwise.
  private static let version = "1"

  /// What documents carry that this stage is done with.
  var stamp: StageStamp { Self.stamp(modelHash: model.hash) }

  private static func stamp(modelHash: String) -> StageStamp {
    StageStamp(.index, "\(version) tags-\(modelHash)", on: .tokens)
  }

  /// Whether documents of the corpus are not in the index that the shipped model makes.
  ///
  /// Complexity: O(documents).
  ///
  /// - Throws: `StoreError`, or `IngestError` if there is no model.
  public static func isPending(in corpus: Corpus) throws -> Bool {
    guard let hash = try SegmenterModel.shippedHash() else { return true }
    return try corpus.documentCount(pending: stamp(modelHash: hash)) > 0
  }

  /// Gives how many documents it indexed.
  ///
  /// - Throws: `StoreError`, `ICUError` or `SegmenterModelError`; what was stored before stays.
  @discardableResult
  public func run(_ corpus: Corpus, _ context: RunContext) throws -> Int {
    if try corpus.documentCount(pending: stamp) == 0 { return 0 }
    try corpus.clearWordIndex(unlessOf: stamp)
    let numbering = WordNumbering()
    return try corpus.forEachPendingBatch(.index, stamp, context) { batch in
      let (segmenter, model) = (segmenter, model)
      let indexed = try parallelMap(
        batch, threads: context.threads,
        makeWorker: {
          let indexer = try DocumentIndexer(model)
          return Worker(segmenter: try segmenter.makeWorker(), indexer: indexer)
        },
        body: { worker, document in worker.index(document) })
      let tokens = indexed.compactMap(\.tokens)
      if !tokens.isEmpty { try corpus.storeTokens(tokens, stamp: segmenter.identity) }
      try corpus.storeWords(indexed.map(\.words), numbering: numbering, stamp: stamp.stamp)
    }
  }

  private struct Indexed: Sendable {
    var words: DocumentWords
    /// Nil where the document has them already.
    var tokens: DocumentTokens?
  }

  private struct Worker: ~Copyable {
    var segmenter: SegmenterWorker
    var indexer: DocumentIndexer

    mutating func index(_ document: StoredDocument) -> Indexed {
      let units = document.blocks.map(\.units)
      let isSegmented = document.segmentation != nil
      let tokens =
        isSegmented
        ? document.blocks.map(\.decodedTokens)
        : segmenter.tokens(of: units, authors: document.authors)
      let result = indexer.index(
        document.blocks.indices.map {
          DocumentIndexer.Block(
            ordinal: document.blocks[$0].ordinal, units: units[$0], tokens: tokens[$0])
        })
      return Indexed(
        words: DocumentWords(
          document: document.reference,
          segmentation: document.segmentation ?? segmenter.identity, table: result.table,
          text: result.text),
        tokens: isSegmented
          ? nil
          : DocumentTokens(
            document: document.reference,
            blocks: zip(document.blocks, tokens).map {
              BlockTokens(ordinal: $0.ordinal, tokens: TokenEncoding.encode($1))
            }))
    }
  }
}
