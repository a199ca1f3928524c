import LunhengCore
import LunhengIngest
import LunhengReport

/// Finds the sentences that stand for NDJSON documents, without a corpus.
public struct SummaryFilter: Sendable {
  private let summarizer: DocumentSummarizer
  private let segmenter: Segmenter
  private let reader = DocumentReader()

  public init(selection: SentenceSelection, segmenter: Segmenter) {
    summarizer = DocumentSummarizer(selection)
    self.segmenter = segmenter
  }

  /// Gives a line of NDJSON for each document to `write`, in order: `{"id","sentences":[{"text","start",
  /// "end","score"}]}` in reading order; offsets count Unicode scalars of `text`, from 0.
  ///
  /// - Parameter path: a file of NDJSON, or "-" for standard input.
  /// - Throws: `IngestError`, `ICUError`, or what `write` throws.
  public func run(
    _ path: String, threads: Int, report: (Diagnostic) -> Void,
    write: ([UInt8]) throws -> Void
  ) throws {
    try RecordFilter(path: path, threads: threads).run(
      report: report, makeWorker: { try SummaryWorker(segmenter) },
      body: { worker, record in
        var bytes: [UInt8] = []
        JSONWriter().write(summary(of: record, &worker), to: &bytes)
        bytes.append(0x0A)
        return bytes
      },
      collect: { try write($0) })
  }

  private func summary(of record: Record, _ worker: inout SummaryWorker) -> JSONValue {
    let document = reader.document(from: record)
    let paragraphs = document.blocks.filter { $0.role == .paragraph }
    let sentences = worker.sentences(of: paragraphs.map(\.units), authors: record.authors)
    let title = worker.words(of: document.metadata.title?.value)
    return [
      "id": .string(record.id),
      "sentences": .array(
        summarizer.pick(from: sentences, title: title).map { pick in
          let sentence = sentences[pick.index]
          let block = paragraphs[sentence.block]
          let range = block.source.scalarRange(of: sentence.range)
          return [
            "text": .string(String(units: block.units[sentence.range])),
            "start": .integer(range.lowerBound), "end": .integer(range.upperBound),
            "score": .number(pick.score),
          ]
        }),
    ]
  }
}
