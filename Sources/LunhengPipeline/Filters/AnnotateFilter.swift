import LunhengCore
import LunhengIngest
import LunhengReport

/// Tags NDJSON documents with the themes of a codebook, without a corpus.
public struct AnnotateFilter: Sendable {
  private let matcher: ThemeMatcher
  private let ranker: ThemeRanker
  private let segmenter: Segmenter
  private let statuses: [BoundaryStatus]?
  private let reader = DocumentReader()

  /// - Parameter statuses: how hits must lie among words; nil for any.
  public init(codebook: Codebook, segmenter: Segmenter, statuses: [BoundaryStatus]? = nil) {
    self.statuses = statuses
    matcher = ThemeMatcher(codebook)
    ranker = ThemeRanker(codebook)
    self.segmenter = segmenter
  }

  private struct Worker: ~Copyable {
    var segmenter: SegmenterWorker
    var matcher: ThemeMatcherWorker
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
      report: report,
      makeWorker: {
        Worker(segmenter: try segmenter.makeWorker(), matcher: try matcher.makeWorker())
      },
      body: { worker, record in
        var bytes: [UInt8] = []
        JSONWriter().write(annotation(of: record, &worker), to: &bytes)
        bytes.append(0x0A)
        return (bytes, worker.matcher.faults.map { $0.diagnostic(document: record.id) })
      },
      collect: { bytes, problems in
        problems.forEach(report)
        try write(bytes)
      })
  }

  private func annotation(of record: Record, _ worker: inout Worker) -> JSONValue {
    let document = reader.document(from: record)
    let blocks = document.blocks.filter(\.role.isContent)
    let texts = blocks.map(\.units)
    var found = worker.matcher.matches(in: texts) {
      var tokens: [[Token]] = []
      worker.segmenter.segment(blocks: texts, authors: record.authors) { tokens.append($1) }
      return tokens
    }
    if let statuses {
      for index in found.indices { found[index].removeAll { !statuses.contains($0.status) } }
    }
    var matches: [JSONValue] = []
    for (block, hits) in zip(blocks, found) {
      for hit in hits {
        let theme = matcher.codebook.themes[hit.theme]
        let range = block.source.scalarRange(of: hit.range)
        matches.append([
          "theme": .string(theme.id), "term": .string(theme.terms[hit.term].text),
          "start": .integer(range.lowerBound), "end": .integer(range.upperBound),
          "status": .string(hit.status.rawValue),
        ])
      }
    }
    let characters = document.characters
    let scores = ranker.rank(found, characters: characters)
    // Some words of a theme do not make it the theme of the text.
    let isAboutSomething = scores.first?.isStrong ?? false
    return [
      "id": .string(record.id),
      "characters": .integer(characters),
      "themes": .array(
        (isAboutSomething ? scores : []).map { score in
          [
            "theme": .string(matcher.codebook.themes[score.theme].id),
            "count": .integer(score.count), "score": .number(score.score),
          ]
        }),
      "matches": .array(matches),
    ]
  }
}
