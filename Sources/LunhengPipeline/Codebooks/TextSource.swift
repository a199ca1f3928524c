import LunhengCore
import LunhengIngest
import LunhengStore

/// Texts that a codebook is tried on; nothing is written to them.
public enum TextSource: Sendable {
  case corpus(path: String)
  /// NDJSON documents: a file, or "-" for standard input.
  case records(path: String)
}

/// A document of a `TextSource`.
struct SourceText: Sendable {
  /// Its metadata; without themes.
  var document: DocumentCoverage
  /// Content blocks as UTF-16.
  var blocks: [[UInt16]]
  /// The words that the corpus has stored, if the document was segmented.
  var storedTokens: [[Token]]?

  /// The words of each block.
  func tokens(_ segmenter: inout SegmenterWorker) -> [[Token]] {
    if let storedTokens { return storedTokens }
    var tokens: [[Token]] = []
    segmenter.segment(blocks: blocks, authors: document.authors) { tokens.append($1) }
    return tokens
  }
}

extension TextSource {
  /// Gives what `body` makes of each document to `collect`, in the order of rows of a matrix, or of lines.
  ///
  /// - Parameters:
  ///   - report: gets what was wrong with lines and records.
  ///   - makeWorker: makes what `body` needs on each thread.
  /// - Throws: `StoreError`, `IngestError`, what `makeWorker` and what `collect` throw.
  func forEach<Worker: ~Copyable, Result: Sendable>(
    _ context: RunContext, report: (Diagnostic) -> Void,
    makeWorker: @Sendable () throws -> Worker,
    body: @Sendable (inout Worker, SourceText) -> Result,
    collect: (Result) throws -> Void
  ) throws {
    switch self {
    case .corpus(let path):
      try Self.forEach(
        in: try Corpus(openingAt: path), context, makeWorker: makeWorker, body: body,
        collect: collect)
    case .records(let path):
      let reader = DocumentReader()
      try RecordFilter(path: path, threads: context.threads).run(
        report: report, makeWorker: makeWorker,
        body: { worker, record in
          body(&worker, SourceText(reader.document(from: record)))
        },
        collect: collect)
    }
  }

  private static func forEach<Worker: ~Copyable, Result: Sendable>(
    in corpus: Corpus, _ context: RunContext, makeWorker: @Sendable () throws -> Worker,
    body: @Sendable (inout Worker, SourceText) -> Result, collect: (Result) throws -> Void
  ) throws {
    let summaries = try corpus.documents()
    let places = Dictionary(
      uniqueKeysWithValues: summaries.enumerated().map { ($0.element.rowID, $0.offset) })
    var results: [(place: Int, result: Result)] = []
    var last: Int64 = 0
    while true {
      let batch = try corpus.contentBatch(after: last, limit: 512, maximumCharacters: 4_000_000)
      guard let end = batch.last?.reference.rowID else { break }
      let texts = batch.compactMap { document in
        places[document.reference.rowID].map {
          (place: $0, text: SourceText(document, summaries[$0]))
        }
      }
      let found = try parallelMap(
        texts, threads: context.threads, makeWorker: makeWorker,
        body: { worker, item in (item.place, body(&worker, item.text)) })
      results += found
      last = end
      context.report(
        StageProgress(stage: .themes, done: results.count, total: summaries.count))
    }
    for result in results.sorted(by: { $0.place < $1.place }) { try collect(result.result) }
  }
}

extension SourceText {
  fileprivate init(_ document: Document) {
    let blocks = document.blocks.filter(\.role.isContent)
    let metadata = document.metadata
    self.init(
      document: DocumentCoverage(
        key: document.id, title: metadata.title?.value, authors: metadata.authors.map(\.value),
        publication: metadata.publication?.value, date: metadata.date?.value,
        characters: document.characters, themes: []),
      blocks: blocks.map(\.units))
  }

  fileprivate init(_ stored: StoredDocument, _ summary: DocumentSummary) {
    let tokens = stored.blocks.compactMap { $0.tokens == nil ? nil : $0.decodedTokens }
    self.init(
      document: DocumentCoverage(
        key: summary.key, title: summary.title, authors: summary.authors,
        publication: summary.publication, date: summary.date, characters: summary.characters,
        themes: []),
      blocks: stored.blocks.map(\.units),
      storedTokens: tokens.count == stored.blocks.count ? tokens : nil)
  }
}
