import LunhengCore
import LunhengIngest
import LunhengReport

/// Finds the keywords of NDJSON documents, without a corpus. Each is answered by itself, so that memory
/// does not grow with the input.
public struct KeywordFilter: Sendable {
  private let finder: KeywordFinder
  private let limit: Int
  private let reader = DocumentReader()

  /// - Parameter limit: keywords for each document.
  public init(_ extractor: KeywordExtractor, segmenter: Segmenter, limit: Int) {
    finder = KeywordFinder(extractor, segmenter: segmenter)
    self.limit = limit
  }

  /// Gives a line of NDJSON for each document to `write`, in order: `{"id","keywords":[{"term","score",
  /// "count","positions":[[start,end]],"snippet"}]}`, best first; positions count Unicode scalars of
  /// `text`, from 0.
  ///
  /// - Parameter path: a file of NDJSON, or "-" for standard input.
  /// - Throws: `IngestError`, `ICUError`, or what `write` throws.
  public func run(
    _ path: String, threads: Int, report: (Diagnostic) -> Void,
    write: ([UInt8]) throws -> Void
  ) throws {
    try RecordFilter(path: path, threads: threads).run(
      report: report, makeWorker: { try finder.makeWorker() },
      body: { worker, record in
        let document = reader.document(from: record)
        var blocks: [KeywordFinder.Block] = []
        for (ordinal, block) in document.blocks.enumerated() where block.role.isContent {
          blocks.append(
            KeywordFinder.Block(ordinal: ordinal, role: block.role, units: block.units))
        }
        let keywords = worker.keywords(
          of: blocks, title: document.metadata.title?.value, authors: record.authors, limit: limit)
        return KeywordLine.bytes(record.id, keywords, of: document)
      },
      collect: { try write($0) })
  }
}
