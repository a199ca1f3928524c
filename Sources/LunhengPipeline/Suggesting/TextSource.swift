import LunhengCore
import LunhengIngest
import LunhengStore

/// Where texts come from that are gone through several times.
public enum TextSource: Sendable {
  /// A file of NDJSON documents.
  case records(path: String)
  case corpus(Corpus)
}

/// A document of a `TextSource`.
struct SourceText: Sendable {
  /// Names the document.
  var key: String
  /// The field that was asked for; nil where there is none.
  var field: String?
  var authors: [String]
  /// The line of the record in its file; nil in a corpus.
  var line: Int?
  /// The content blocks.
  var blocks: [[UInt16]]
  /// Which block of the document each is, from 0.
  var ordinals: [Int]
  /// The words of each block; nil where they are not stored.
  var tokens: [[Token]]?

  /// The words of each block, by `segmenter` where they are not stored.
  func words(_ segmenter: inout SegmenterWorker) -> [[Token]] {
    if let tokens { return tokens }
    var words: [[Token]] = []
    segmenter.segment(blocks: blocks, authors: authors) { words.append($1) }
    return words
  }
}

extension TextSource {
  /// Gives what `body` makes of each document to `collect`, in order. Memory does not grow with the
  /// number of documents.
  ///
  /// - Parameters:
  ///   - field: a field of records that documents are to have; those of a corpus have none.
  ///   - report: gets what was wrong with lines and records.
  /// - Throws: `IngestError`, `StoreError`, what `makeWorker` and what `collect` throw.
  func forEachText<Worker: ~Copyable, Result: Sendable>(
    field: String? = nil, threads: Int, report: (Diagnostic) -> Void,
    makeWorker: @Sendable () throws -> Worker,
    body: @Sendable (inout Worker, SourceText) -> Result,
    collect: (Result) throws -> Void
  ) throws {
    switch self {
    case .records(let path):
      let reader = DocumentReader()
      try RecordFilter(path: path, threads: threads, field: field).run(
        report: report, makeWorker: makeWorker,
        body: { worker, record in
          let blocks = reader.document(from: record).blocks.enumerated().filter {
            $0.element.role.isContent
          }
          return body(
            &worker,
            SourceText(
              key: record.id, field: record.field, authors: record.authors, line: record.line,
              blocks: blocks.map(\.element.units), ordinals: blocks.map(\.offset)))
        },
        collect: collect)
    case .corpus(let corpus):
      var last: Int64 = 0
      while true {
        let batch = try corpus.contentBatch(after: last, limit: 512, maximumCharacters: 1_000_000)
        guard let end = batch.last?.reference.rowID else { return }
        let results = try parallelMap(
          batch, threads: threads, makeWorker: makeWorker,
          body: { worker, document in
            let isSegmented = document.blocks.allSatisfy { $0.tokens != nil }
            return body(
              &worker,
              SourceText(
                key: document.key, authors: document.authors,
                blocks: document.blocks.map(\.units), ordinals: document.blocks.map(\.ordinal),
                tokens: isSegmented ? document.blocks.map(\.decodedTokens) : nil))
          })
        for result in results { try collect(result) }
        last = end
      }
    }
  }
}
