import LunhengCore
import LunhengIngest
import LunhengReport

/// Tags NDJSON documents with the themes of a codebook, without a corpus.
public struct AnnotateFilter: Sendable {
  private let coder: TextCoder
  private let reader = DocumentReader()

  /// - Parameter statuses: how hits must lie among words; nil for any.
  public init(codebook: Codebook, segmenter: Segmenter, statuses: [BoundaryStatus]? = nil) {
    coder = TextCoder(codebook, segmenter: segmenter, statuses: statuses)
  }

  /// Gives a line of NDJSON for each document to `write`, in order: `{"id","characters","themes",
  /// "matches"}`; offsets count Unicode scalars of `text`, from 0.
  ///
  /// - Parameter path: a file of NDJSON, or "-" for standard input.
  /// - Throws: `IngestError`, `ICUError`, `PatternError`, or what `write` throws.
  public func run(
    _ path: String, threads: Int, report: (Diagnostic) -> Void,
    write: ([UInt8]) throws -> Void
  ) throws {
    try RecordFilter(path: path, threads: threads).run(
      report: report, makeWorker: { try coder.makeWorker() },
      body: { worker, record in
        var bytes: [UInt8] = []
        JSONWriter().write(annotation(of: record, &worker), to: &bytes)
        bytes.append(0x0A)
        return (bytes, worker.faults.map { $0.diagnostic(document: record.id) })
      },
      collect: { bytes, problems in
        problems.forEach(report)
        try write(bytes)
      })
  }

  private func annotation(of record: Record, _ worker: inout TextCoder.Worker) -> JSONValue {
    let document = reader.document(from: record)
    let blocks = document.blocks.filter(\.role.isContent)
    let coded = worker.code(blocks.map(\.units), authors: record.authors)
    var matches: [JSONValue] = []
    for (block, hits) in zip(blocks, coded.matches) {
      for hit in hits {
        let theme = coder.codebook.themes[hit.theme]
        let range = block.source.scalarRange(of: hit.range)
        matches.append([
          "theme": .string(theme.id), "term": .string(theme.terms[hit.term].text),
          "start": .integer(range.lowerBound), "end": .integer(range.upperBound),
          "status": .string(hit.status.rawValue),
        ])
      }
    }
    return [
      "id": .string(record.id),
      "characters": .integer(document.characters),
      "themes": .array(
        // Some words of a theme do not make it the theme of the text.
        (coded.isAboutSomething ? coded.scores : []).map { score in
          [
            "theme": .string(coder.codebook.themes[score.theme].id),
            "count": .integer(score.count), "score": .number(score.score),
          ]
        }),
      "matches": .array(matches),
    ]
  }
}
