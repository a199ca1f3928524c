import LunhengCore
import LunhengStore

/// Asks a corpus which themes each block of a document has, strongest first.
public struct PassageThemesQuery: Sendable {
  /// The codebook's id; nil for the only one.
  public var codebook: String?

  public init(codebook: String? = nil) { self.codebook = codebook }

  /// A theme of a block.
  public struct PassageTheme: Hashable, Sendable {
    public var theme: Theme
    public var score: ThemeScore
    /// The hits as printed, in order.
    public var hits: [String]
  }

  /// By block of the document, from 0; blocks without hits are left out. Nil if the corpus has no
  /// codebook, or several and none is named.
  ///
  /// - Throws: `PipelineError` or `StoreError`.
  public func themes(
    ofDocument key: String, in corpus: Corpus
  ) throws -> [Int: [PassageTheme]]? {
    if codebook == nil, try corpus.codebooks().count != 1 { return nil }
    let stored = try corpus.requireCodebook(codebook)
    let matches = try corpus.matches(
      codebook: stored.rowID,
      filter: MatchFilter(documents: DocumentFilter(keys: [key])))
    let codebook = stored.codebook
    let ranker = ThemeRanker(codebook)
    return Dictionary(grouping: matches, by: \.ordinal).mapValues { matches in
      ranker.rank([matches.map(\.match)], characters: matches[0].block.characters).map { score in
        PassageTheme(
          theme: codebook.themes[score.theme], score: score,
          hits: matches.filter { codebook.lineage(of: $0.match.theme).contains(score.theme) }.map {
            String(decoding: $0.block.units[$0.match.range], as: UTF16.self)
          })
      }
    }
  }
}
