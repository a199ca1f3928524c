import LunhengCore
import LunhengStore

/// A document of a corpus as summaries read it.
struct SummaryDocument: Sendable {
  /// Its place among the documents selected.
  var place: Int
  var sentences: [SummarySentence]
  /// By block of `sentences`: which block of the document it is, from 0.
  var ordinals: [Int]
}

/// What finds sentences on one thread.
struct SummaryWorker: ~Copyable {
  var segmenter: SegmenterWorker
  var reader: SentenceReader

  /// - Throws: `ICUError`.
  init(_ segmenter: Segmenter) throws {
    let segmenter = try segmenter.makeWorker()
    let reader = try SentenceReader()
    self.segmenter = segmenter
    self.reader = reader
  }

  /// The sentences of paragraphs that have no tokens yet.
  mutating func sentences(of paragraphs: [[UInt16]], authors: [String]) -> [SummarySentence] {
    var blocks: [(units: [UInt16], tokens: [Token])] = []
    segmenter.segment(blocks: paragraphs, authors: authors) { blocks.append((paragraphs[$0], $1)) }
    return reader.sentences(of: blocks)
  }

  /// The words of a title.
  mutating func words(of title: String?) -> [UInt64] {
    guard let units = title.map({ Array($0.utf16) }) else { return [] }
    var tokens: [Token] = []
    segmenter.segment(units, into: &tokens)
    return reader.words(of: units, tokens: tokens)
  }

  fileprivate mutating func read(_ document: StoredDocument, at place: Int) -> SummaryDocument {
    let paragraphs = document.blocks.filter { $0.role == .paragraph }
    let isSegmented =
      document.segmentation == segmenter.identity && paragraphs.allSatisfy { $0.tokens != nil }
    let sentences =
      isSegmented
      ? reader.sentences(of: paragraphs.map { ($0.units, $0.decodedTokens) })
      : self.sentences(of: paragraphs.map(\.units), authors: document.authors)
    return SummaryDocument(
      place: place, sentences: sentences, ordinals: paragraphs.map(\.ordinal))
  }
}

extension Corpus {
  /// Gives what `body` makes of each document's sentences to `collect`, in the order of rows.
  ///
  /// Memory does not grow with the corpus. Documents that are not segmented yet are segmented on the way.
  ///
  /// - Parameter places: by row, the place of each document that is wanted.
  /// - Throws: `StoreError`, `ICUError`, or what `collect` throws.
  func forEachSummaryDocument<Result: Sendable>(
    _ places: [Int64: Int], segmenter: Segmenter, threads: Int,
    body: @Sendable (SummaryDocument) -> Result, collect: (Result) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let batch = try contentBatch(after: last, limit: 512, maximumCharacters: 1_000_000)
      guard let end = batch.last?.reference.rowID else { return }
      let wanted = batch.compactMap { document in
        places[document.reference.rowID].map { (place: $0, document: document) }
      }
      let results = try parallelMap(
        wanted, threads: threads, makeWorker: { try SummaryWorker(segmenter) },
        body: { worker, item in body(worker.read(item.document, at: item.place)) })
      for result in results { try collect(result) }
      last = end
    }
  }
}
