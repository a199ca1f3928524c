import LunhengCore
import LunhengStore

/// What a document is about, in a few lines.
public struct DocumentDigest: Hashable, Sendable {
  /// A theme of the document, strongest first.
  public struct ThemeShare: Hashable, Sendable {
    public var theme: Theme
    public var count: Int
    /// Of all hits in the document, 0–1.
    public var share: Double
  }

  /// A sentence as printed, and the line of the file it starts in.
  public struct Sentence: Hashable, Sendable {
    public var text: String
    public var line: Int
  }

  public var document: DocumentSummary
  public var themes: [ThemeShare]
  public var keywords: [Keyword]
  public var sentences: [Sentence]
}

/// Asks a corpus what its documents are about.
public struct DigestQuery: Sendable {
  /// The codebook's id; nil for the only one, or none.
  public var codebook: String?
  public var documents: DocumentFilter
  public var sentences: Int
  public var keywords: Int

  public init(
    codebook: String? = nil, documents: DocumentFilter = DocumentFilter(), sentences: Int = 2,
    keywords: Int = 6
  ) {
    self.codebook = codebook
    self.documents = documents
    self.sentences = sentences
    self.keywords = keywords
  }

  /// Gives each document's digest to `body`, in the order of documents.
  ///
  /// - Throws: `PipelineError`, `StoreError`, `ICUError` or what loading the shipped model throws, or
  ///   what `body` throws.
  public func forEachDigest(of corpus: Corpus, _ body: (DocumentDigest) throws -> Void) throws {
    let stored: StoredCodebook? =
      try codebook != nil || corpus.codebooks().count == 1
      ? corpus.requireCodebook(codebook) : nil
    var coverage: [String: [ThemeScore]] = [:]
    if let stored {
      try corpus.forEachCoverageRecord(codebook: stored.rowID, matching: documents) {
        coverage[$0.key] = $0.themes
      }
    }
    var splitter = try SentenceSplitter()
    var worker = try Segmenter.standard().makeWorker()
    try corpus.forEachDocumentKeywords(matching: documents, limit: keywords) { summary, keywords in
      guard let document = try corpus.document(key: summary.key) else { return }
      let scores = (coverage[summary.key] ?? []).sorted {
        ($1.score, $0.theme) < ($0.score, $1.theme)
      }
      // A subtheme's hits are its theme's too.
      let total = scores.reduce(0) {
        $0 + (stored!.codebook.themes[$1.theme].parent == nil ? $1.count : 0)
      }
      try body(
        DocumentDigest(
          document: summary,
          themes: scores.filter { $0.count > 0 }.map {
            DocumentDigest.ThemeShare(
              theme: stored!.codebook.themes[$0.theme], count: $0.count,
              share: Double($0.count) / Double(total))
          },
          keywords: keywords,
          sentences: sentences(of: document, summary, &splitter, &worker)))
    }
  }

  private func sentences(
    of document: Document, _ summary: DocumentSummary, _ splitter: inout SentenceSplitter,
    _ worker: inout SegmenterWorker
  ) -> [DocumentDigest.Sentence] {
    // Titles and headings are no sentences.
    let paragraphs = document.blocks.filter { $0.role == .paragraph }
    var ranges: [SentenceRanker.Sentence] = []
    for (index, block) in paragraphs.enumerated() {
      ranges += splitter.sentences(of: block.units).map {
        SentenceRanker.Sentence(block: index, range: $0)
      }
    }
    var blocks: [(units: [UInt16], tokens: [Token])] = []
    worker.segment(blocks: paragraphs.map(\.units), authors: summary.authors) {
      blocks.append((paragraphs[$0].units, $1))
    }
    return SentenceRanker.pick(sentences, of: ranges, in: blocks).map { index in
      let sentence = ranges[index]
      let block = paragraphs[sentence.block]
      return DocumentDigest.Sentence(
        text: String(decoding: block.units[sentence.range], as: UTF16.self),
        line: summary.recordLine
          ?? block.source.position(at: sentence.range.lowerBound).line)
    }
  }
}
