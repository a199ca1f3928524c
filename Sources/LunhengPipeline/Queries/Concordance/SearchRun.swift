import LunhengCore
import LunhengReport
import LunhengStore

/// One search of a corpus: the plan, and the documents it is about in their order.
struct SearchRun {
  let corpus: Corpus
  let context: RunContext
  let plan: SearchPlan
  let summaries: [DocumentSummary]
  private let countsTokens: Bool

  /// A hit by the document's place in order and its own number in the document.
  struct Place: Hashable, Sendable {
    var document: Int
    var hit: Int
  }

  init(_ search: ConcordanceSearch, _ corpus: Corpus, _ context: RunContext) throws {
    self.corpus = corpus
    self.context = context
    plan = try SearchPlan(search.subject, codebook: search.codebook, in: corpus)
    summaries = try corpus.documents(matching: search.documents)
    countsTokens = search.countsTokens
  }

  /// Documents that are held at a time.
  private static let batch = 256

  // MARK: Counting

  /// Hits by document in order.
  func counts() throws -> [Int] {
    var counts = [Int](repeating: 0, count: summaries.count)
    let places = Dictionary(
      uniqueKeysWithValues: summaries.enumerated().map { ($0.element.rowID, $0.offset) })
    let plan = plan
    var batch: [SearchedDocument] = []
    func count() throws {
      let found = try parallelMap(
        batch, threads: context.threads, makeWorker: { try plan.makeWorker() },
        body: { $0.count($1) })
      for (document, count) in zip(batch, found) { counts[document.place] = count }
      batch.removeAll(keepingCapacity: true)
    }
    func add(_ document: SearchedDocument) throws {
      batch.append(document)
      if batch.count == Self.batch { try count() }
    }
    if plan.needsText {
      for row in plan.candidates ?? summaries.map(\.rowID).sorted() {
        guard let place = places[row] else { continue }
        try add(try read(place))
      }
    } else {
      try corpus.forEachIndexedText(of: plan.candidates) { row, bytes in
        guard let place = places[row] else { return }
        try add(SearchedDocument(place: place, rowID: row, indexed: Array(bytes)))
      }
    }
    try count()
    return counts
  }

  /// Tokens or characters by document in order.
  func sizes() throws -> [Int] {
    guard countsTokens else { return summaries.map(\.characters) }
    let tokens = try corpus.tokenCounts()
    return summaries.map { tokens[$0.rowID] ?? 0 }
  }

  /// A document with all that hits are found by and shown with.
  private func read(_ place: Int) throws -> SearchedDocument {
    let row = summaries[place].rowID
    var document = SearchedDocument(
      place: place, rowID: row, blocks: try corpus.contentBlocks(ofDocument: row))
    if case .tokens = plan.finder {
      try corpus.forEachIndexedText(of: [row]) { document.indexed = Array($1) }
    }
    if let codebook = plan.codebook {
      document.stretches = try corpus.matchedStretches(ofDocument: row, codebook: codebook)
    }
    return document
  }

  /// Gives what `body` makes of each of the documents and its hits to `collect`, in order.
  func forEachHitDocument<Result: Sendable>(
    _ places: [Int], _ body: @Sendable (SearchedDocument, [TextHit]) -> Result,
    _ collect: (Int, Result) throws -> Void
  ) throws {
    let plan = plan
    var start = 0
    while start < places.count {
      let end = min(start + Self.batch, places.count)
      let documents = try places[start..<end].map { try read($0) }
      let results = try parallelMap(
        documents, threads: context.threads, makeWorker: { try plan.makeWorker() },
        body: { body($1, $0.hits($1)) })
      for (document, result) in zip(documents, results) { try collect(document.place, result) }
      start = end
    }
  }
}
