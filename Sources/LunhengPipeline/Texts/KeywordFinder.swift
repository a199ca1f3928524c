import LunhengCore

/// Finds the keywords of documents as they are stored or read: a filter and a stage give the same.
struct KeywordFinder: Sendable {
  private let extractor: KeywordExtractor
  private let segmenter: Segmenter
  /// Codebook terms count as words where they match.
  private let terms: ThemeMatcher?

  init(_ extractor: KeywordExtractor, segmenter: Segmenter, terms: ThemeMatcher? = nil) {
    self.extractor = extractor
    self.segmenter = segmenter
    self.terms = terms
  }

  /// - Throws: `ICUError`.
  func makeWorker() throws -> Worker {
    Worker(segmenter: try segmenter.makeWorker(), keywords: extractor.makeWorker(), terms: terms)
  }

  /// A content block of a document.
  struct Block {
    var ordinal: Int
    var role: BlockRole
    var units: [UInt16]
  }

  struct Worker: ~Copyable {
    fileprivate var segmenter: SegmenterWorker
    fileprivate var keywords: KeywordWorker
    fileprivate let terms: ThemeMatcher?

    /// Segments a document and gives its keywords, best first.
    ///
    /// - Parameter title: as the document's metadata have it.
    mutating func keywords(
      of blocks: [Block], title: String?, authors: [String], limit: Int
    ) -> [Keyword] {
      var read: [KeywordBlock] = []
      read.reserveCapacity(blocks.count + 1)
      let terms = terms
      segmenter.segment(blocks: blocks.map(\.units), authors: authors) { index, tokens in
        read.append(
          Self.block(
            blocks[index].ordinal, blocks[index].role, blocks[index].units, tokens, terms))
      }
      return keywords(of: read, title: title, authors: authors, limit: limit, hasSnippets: true)
    }

    /// The keywords of a document that is segmented.
    mutating func keywords(
      of blocks: [KeywordBlock], title: String?, authors: [String], limit: Int,
      hasSnippets: Bool = false
    ) -> [Keyword] {
      var blocks = blocks
      // A title that does not stand in the text says what the text is about no less.
      if let title, !blocks.contains(where: { $0.role == .title }) {
        let units = Array(title.utf16)
        let terms = terms
        segmenter.segment(blocks: [units], authors: authors) { _, tokens in
          blocks.insert(Self.block(nil, .title, units, tokens, terms), at: 0)
        }
      }
      return keywords.keywords(of: blocks, limit: limit, hasSnippets: hasSnippets)
    }

    /// A block whose words are the segmenter's, and the codebook's terms.
    func block(
      _ ordinal: Int, _ role: BlockRole, _ units: [UInt16], _ tokens: [Token]
    ) -> KeywordBlock {
      Self.block(ordinal, role, units, tokens, terms)
    }

    private static func block(
      _ ordinal: Int?, _ role: BlockRole, _ units: [UInt16], _ tokens: [Token],
      _ terms: ThemeMatcher?
    ) -> KeywordBlock {
      var tokens = tokens
      if let terms { tokens.overlay(terms.words(in: units)) }
      return KeywordBlock(ordinal: ordinal, role: role, units: units, tokens: tokens)
    }
  }
}
