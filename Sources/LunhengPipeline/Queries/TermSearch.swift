import LunhengCore
import LunhengStore

/// Searches the texts of a corpus for terms that no codebook has.
struct TermSearch {
  /// A theme a term.
  let codebook: Codebook
  private let matcher: ThemeMatcher

  /// - Throws: `PipelineError.emptyTerm`.
  init(_ terms: [String]) throws {
    for term in terms where FoldedText(Array(term.utf16)).units.isEmpty {
      throw PipelineError.emptyTerm(term)
    }
    // Each term counts by itself, whatever the others find.
    codebook = Codebook(
      id: "query", name: LocalizedName([:]), overlap: .theme,
      themes: terms.map { Theme(id: $0, name: LocalizedName([:]), terms: [Term($0)]) })
    matcher = ThemeMatcher(codebook)
  }

  /// The hits of one document.
  struct Found {
    var document: DocumentSummary
    /// The blocks that have hits, by their place in the document.
    var blocks: [(ordinal: Int, matches: [ThemeMatch])]
  }

  /// The documents that have hits, in the order of documents.
  ///
  /// Complexity: O(text of the corpus).
  ///
  /// - Throws: `StoreError` or `ICUError`.
  func documents(of corpus: Corpus, matching filter: DocumentFilter) throws -> [Found] {
    let selected = try corpus.documents(matching: filter)
    let places = Dictionary(
      uniqueKeysWithValues: selected.enumerated().map { ($0.element.rowID, $0.offset) })
    var found: [(place: Int, blocks: [(ordinal: Int, matches: [ThemeMatch])])] = []
    var worker = try matcher.makeWorker()
    var last: Int64 = 0
    while true {
      let batch = try corpus.contentBatch(after: last, limit: 512, maximumCharacters: 1_000_000)
      guard let end = batch.last?.reference.rowID else { break }
      for document in batch {
        guard let place = places[document.reference.rowID] else { continue }
        let matches = worker.matches(in: document.blocks.map(\.units)) {
          document.blocks.map(\.decodedTokens)
        }
        let blocks = zip(document.blocks, matches).filter { !$1.isEmpty }.map {
          (ordinal: $0.ordinal, matches: $1)
        }
        if !blocks.isEmpty { found.append((place, blocks)) }
      }
      last = end
    }
    return found.sorted { $0.place < $1.place }.map {
      Found(document: selected[$0.place], blocks: $0.blocks)
    }
  }
}
