import LunhengCore
import LunhengIngest
import LunhengReport

/// Finds the keywords of NDJSON documents, without a corpus.
///
/// For TF-IDF the documents of the input are the collection that a word is rare or common in, so all
/// are read before the first is answered; what is kept of each is its candidates.
public struct KeywordFilter: Sendable {
  private let method: KeywordMethod
  private let limit: Int
  private let segmenter: Segmenter
  private let reader = DocumentReader()

  public init(method: KeywordMethod, limit: Int, segmenter: Segmenter) {
    self.method = method
    self.limit = limit
    self.segmenter = segmenter
  }

  /// Gives a line of NDJSON for each document to `write`, in order: `{"id","keywords":[{"term",
  /// "score"}]}`, best first.
  ///
  /// - Parameter path: a file of NDJSON, or "-" for standard input.
  /// - Throws: `IngestError`, `ICUError`, or what `write` throws.
  public func run(
    _ path: String, threads: Int, report: (Diagnostic) -> Void,
    write: ([UInt8]) throws -> Void
  ) throws {
    var documents: [(id: String, candidates: KeywordCandidates)] = []
    var frequencies = DocumentFrequencies()
    try RecordFilter(path: path, threads: threads).run(
      report: report, makeWorker: { try segmenter.makeWorker() },
      body: { worker, record in
        // A title that the record gives apart from its text says what the text is about.
        let title = record.title.map { [Array($0.utf16)] } ?? []
        let blocks = reader.document(from: record).blocks.filter(\.role.isContent)
        let texts = title + blocks.map(\.units)
        var segmented: [(units: [UInt16], tokens: [Token])] = []
        worker.segment(blocks: texts, authors: record.authors) {
          segmented.append((texts[$0], $1))
        }
        return (record.id, KeywordCandidates(segmented, method: method))
      },
      collect: { (document: (String, KeywordCandidates)) in
        frequencies.add(document.1)
        documents.append(document)
      })
    for document in documents {
      let keywords = document.candidates.keywords(
        method: method, frequencies: frequencies, limit: limit)
      var bytes: [UInt8] = []
      JSONWriter().write(
        [
          "id": .string(document.id),
          "keywords": .array(
            keywords.map { ["term": .string($0.term), "score": .number($0.score)] }),
        ], to: &bytes)
      bytes.append(0x0A)
      try write(bytes)
    }
  }
}
