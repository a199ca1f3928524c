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

  /// A sentence as printed, and where in the file it starts.
  public struct Sentence: Hashable, Sendable {
    public var text: String
    public var line: Int
    /// The page of the file, where pages can be told.
    public var page: Int?
    /// 1 for the one that stands most for the document.
    public var score: Double
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
  public var selection: SentenceSelection
  public var keywords: Int

  public init(
    codebook: String? = nil, documents: DocumentFilter = DocumentFilter(),
    selection: SentenceSelection = SentenceSelection(limit: 2), keywords: Int = 6
  ) {
    self.codebook = codebook
    self.documents = documents
    self.selection = selection
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
    var worker = try SummaryWorker(Segmenter.standard())
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
          sentences: sentences(of: document, summary, &worker)))
    }
  }

  private func sentences(
    of document: Document, _ summary: DocumentSummary, _ worker: inout SummaryWorker
  ) -> [DocumentDigest.Sentence] {
    // Titles and headings are no sentences.
    let paragraphs = document.blocks.filter { $0.role == .paragraph }
    let sentences = worker.sentences(of: paragraphs.map(\.units), authors: summary.authors)
    let picks = DocumentSummarizer(selection).pick(
      from: sentences, title: worker.words(of: summary.title))
    return picks.map { pick in
      let sentence = sentences[pick.index]
      let block = paragraphs[sentence.block]
      return DocumentDigest.Sentence(
        text: String(units: block.units[sentence.range]),
        line: summary.recordLine ?? block.source.position(at: sentence.range.lowerBound).line,
        page: block.page, score: pick.score)
    }
  }
}
