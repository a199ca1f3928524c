/// Finds the keywords of one document after another on one thread. It keeps its buffers and nothing of
/// what it read.
public struct KeywordWorker: ~Copyable {
  private let extractor: KeywordExtractor
  private var text = KeywordText()
  private var joiner = PhraseJoiner()
  private var finder = OccurrenceFinder()
  private var combined = CombinedScorer()
  private var textRank = TextRankScorer()
  private var selector = KeywordSelector()
  /// By candidate.
  private var scores: [Double] = []
  private var writer = KeywordWriter()

  init(_ extractor: KeywordExtractor) { self.extractor = extractor }

  /// The `limit` best keywords of a document, best first; fewer if there are not as many.
  ///
  /// No stop words, no part of a longer keyword that hardly ever stands alone, and of two of which one
  /// lies in the other only the better, unless both stand alone often.
  ///
  /// Complexity: O(n log n) for n words.
  ///
  /// - Parameters:
  ///   - blocks: the content blocks in reading order, all of them tagged or none.
  ///   - hasSnippets: whether each keyword gets its snippet.
  public mutating func keywords(
    of blocks: [KeywordBlock], limit: Int, hasSnippets: Bool = false
  ) -> [Keyword] {
    text.read(blocks, background: extractor.background)
    if extractor.method == .combined {
      combined.score(&text, limit: limit, background: extractor.background, into: &scores)
    } else {
      joiner.join(&text)
      CandidateFinder.find(in: &text)
    }
    finder.find(in: &text)
    switch extractor.method {
    case .combined: break
    case .tfidf: TFIDFScorer().score(text, background: extractor.background, into: &scores)
    case .textrank: textRank.score(text, into: &scores)
    }
    selector.select(
      limit, from: text, scores: scores, isWeighed: extractor.method == .combined)
    return writer.keywords(
      selector.selected, of: text, scores: scores, blocks: blocks, hasSnippets: hasSnippets)
  }
}
