import LunhengCore
import LunhengIngest
import LunhengStore

/// Texts that a codebook is tried on, or terms are looked for in; nothing is written to them.
public enum TextSource: Sendable {
  case corpus(Corpus)
  /// NDJSON documents: a file, or "-" for standard input.
  case records(path: String)

  /// In which order documents come.
  enum Order {
    /// As they are stored: memory does not grow with their number.
    case stored
    /// As the rows of a matrix: the results are held until all documents have been read.
    case matrix
  }

  /// Gives what `body` makes of each document to `collect`, in order; records in the order of lines.
  ///
  /// - Parameters:
  ///   - field: a field of records that documents are to have; those of a corpus have none.
  ///   - report: gets what was wrong with lines and records.
  ///   - makeWorker: makes what `body` needs on each thread.
  /// - Throws: `StoreError`, `IngestError`, what `makeWorker` and what `collect` throw.
  func forEach<Worker: ~Copyable, Result: Sendable>(
    _ context: RunContext, field: String? = nil, order: Order, report: (Diagnostic) -> Void,
    makeWorker: @Sendable () throws -> Worker,
    body: @Sendable (inout Worker, SourceText) -> Result,
    collect: (Result) throws -> Void
  ) throws {
    switch self {
    case .records(let path):
      let reader = DocumentReader()
      try RecordFilter(path: path, threads: context.threads, field: field).run(
        report: report, makeWorker: makeWorker,
        body: { worker, record in
          body(&worker, SourceText(record, reader.document(from: record)))
        },
        collect: collect)
    case .corpus(let corpus):
      let summaries = try corpus.documents()
      let places = Dictionary(
        uniqueKeysWithValues: summaries.enumerated().map { ($0.element.rowID, $0.offset) })
      var held: [(place: Int, result: Result)] = []
      var done = 0
      var last: Int64 = 0
      while true {
        let batch = try corpus.contentBatch(after: last, limit: 512, maximumCharacters: 1_000_000)
        guard let end = batch.last?.reference.rowID else { break }
        let texts = batch.compactMap { document in
          places[document.reference.rowID].map {
            (place: $0, text: SourceText(document, summaries[$0]))
          }
        }
        let results = try parallelMap(
          texts, threads: context.threads, makeWorker: makeWorker,
          body: { worker, item in (place: item.place, result: body(&worker, item.text)) })
        switch order {
        case .stored: for result in results { try collect(result.result) }
        case .matrix: held += results
        }
        last = end
        done += batch.count
        context.report(StageProgress(stage: .themes, done: done, total: summaries.count))
      }
      for result in held.sorted(by: { $0.place < $1.place }) { try collect(result.result) }
    }
  }
}

/// A document of a `TextSource`.
struct SourceText: Sendable {
  /// Its metadata; without themes.
  var document: DocumentCoverage
  /// The field that was asked for; nil where there is none.
  var field: String?
  /// The line of the record in its file; nil in a corpus.
  var line: Int?
  /// Content blocks as UTF-16.
  var blocks: [[UInt16]]
  /// Which block of the document each is, from 0.
  var ordinals: [Int]
  /// The words that the corpus has stored, if the document was segmented.
  var storedTokens: [[Token]]?
  /// Identity of the segmenter that they are of.
  var segmentation: String?

  /// The words of each block, by `segmenter` where it is not the one whose words are stored.
  func tokens(_ segmenter: inout SegmenterWorker) -> [[Token]] {
    if let storedTokens, segmentation == segmenter.identity { return storedTokens }
    return segmenter.tokens(of: blocks, authors: document.authors)
  }
}

extension SourceText {
  fileprivate init(_ record: Record, _ document: Document) {
    let content = document.blocks.enumerated().filter { $0.element.role.isContent }
    let metadata = document.metadata
    self.init(
      document: DocumentCoverage(
        key: document.id, title: metadata.title?.value, authors: metadata.authors.map(\.value),
        publication: metadata.publication?.value, date: metadata.date?.value,
        characters: document.characters, themes: []),
      field: record.field, line: record.line, blocks: content.map(\.element.units),
      ordinals: content.map(\.offset))
  }

  fileprivate init(_ stored: StoredDocument, _ summary: DocumentSummary) {
    let isSegmented = stored.blocks.allSatisfy { $0.tokens != nil }
    self.init(
      document: DocumentCoverage(
        key: summary.key, title: summary.title, authors: summary.authors,
        publication: summary.publication, date: summary.date, characters: summary.characters,
        themes: []),
      blocks: stored.blocks.map(\.units), ordinals: stored.blocks.map(\.ordinal),
      storedTokens: isSegmented ? stored.blocks.map(\.decodedTokens) : nil,
      segmentation: stored.segmentation)
  }
}
