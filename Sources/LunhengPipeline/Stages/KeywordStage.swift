import LunhengCore
import LunhengStore

/// Weighs the keywords of every document of a corpus, and of the corpus.
///
/// A word's weight depends on all documents, so that one that is added changes the keywords of the
/// others: the stage runs over the whole corpus, unless neither documents nor settings have changed.
public struct KeywordStage: Sendable {
  private let method: KeywordMethod
  private let limit: Int
  private let segmentation: String
  /// Codebook terms count as words.
  private let terms: ThemeMatcher?

  /// - Parameters:
  ///   - limit: keywords for each document.
  ///   - segmentation: identity of the segmenter whose tokens the corpus has.
  ///   - codebook: terms that count as words where they match, and its file's SHA-256.
  public init(
    method: KeywordMethod, limit: Int, segmentation: String,
    codebook: (codebook: Codebook, sha256: String)?
  ) {
    self.method = method
    // A document has fewer; what a pipeline file asks for must not overflow.
    self.limit = min(limit, 1_000_000)
    terms = codebook.map { ThemeMatcher($0.codebook) }
    self.segmentation = segmentation + (codebook.map { " codebook-\($0.sha256)" } ?? "")
  }

  /// The version of the candidates and weights: changes whenever the same text may give others.
  private static let version = "1"
  /// Keywords of the corpus that are kept, and so many times `limit` of each document add up to them.
  private static let corpusLimit = 200
  private static let candidatesPerKeyword = 5

  /// Gives how many documents it weighed.
  ///
  /// - Throws: `StoreError`; the keywords of documents that were stored before stay.
  @discardableResult
  public func run(_ corpus: Corpus, _ context: RunContext) throws -> Int {
    let total = try corpus.documentCount()
    // The documents themselves are part of the stamp, because each one weighs on all.
    let stamp = StageStamp(
      .keywords,
      "\(Self.version) \(method.rawValue) \(limit) \(segmentation) "
        + "documents-\(try documentsIdentity(of: corpus))")
    guard try corpus.documentCount(pending: stamp) > 0 else { return 0 }

    var frequencies = DocumentFrequencies()
    try forEachBatch(of: corpus, context) { candidates, _ in
      for document in candidates { frequencies.add(document) }
    }
    var corpusKeywords = CorpusKeywords()
    var done = 0
    // A batch is stored only when the next is there, and the last after the corpus's keywords: a run
    // that is killed in between leaves documents without the stamp, and the next one does all again.
    var held: [DocumentKeywords] = []
    try forEachBatch(of: corpus, context) { candidates, references in
      let weighed = candidates.map {
        $0.keywords(
          method: method, frequencies: frequencies, limit: limit * Self.candidatesPerKeyword)
      }
      for keywords in weighed { corpusKeywords.add(keywords) }
      try corpus.storeKeywords(held, stamp: stamp.stamp)
      held = zip(references, weighed).map {
        DocumentKeywords(document: $0, keywords: Array($1.prefix(limit)))
      }
      done += candidates.count
      context.report(StageProgress(stage: .keywords, done: done, total: total))
    }
    try corpus.storeCorpusKeywords(corpusKeywords.best(Self.corpusLimit))
    try corpus.storeKeywords(held, stamp: stamp.stamp)
    return done
  }

  private func forEachBatch(
    of corpus: Corpus, _ context: RunContext,
    _ body: ([KeywordCandidates], [DocumentReference]) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let batch = try corpus.contentBatch(after: last, limit: 512, maximumCharacters: 1_000_000)
      guard let end = batch.last?.reference.rowID else { return }
      let (method, terms) = (method, terms)
      let candidates = parallelMap(
        batch, threads: context.threads,
        body: { document in
          KeywordCandidates(
            document.blocks.map { block in
              var tokens = block.decodedTokens
              if let terms { tokens.overlay(terms.words(in: block.units)) }
              return (block.units, tokens)
            }, method: method)
        })
      try body(candidates, batch.map(\.reference))
      last = end
    }
  }

  private func documentsIdentity(of corpus: Corpus) throws -> String {
    var hash = FNV1a()
    try corpus.forEachDocument { document in
      hash.combine(document.key.utf8)
      hash.combine(CollectionOfOne(0))
      hash.combine(document.sha256.utf8)
    }
    return hash.hexadecimal
  }
}
