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

  /// The documents that have hits, with their blocks that do, in the order in which they were first
  /// ingested, until `body` gives false.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  func forEachDocument(
    of corpus: Corpus, matching filter: DocumentFilter,
    _ body: (DocumentSummary, [(block: StoredBlock, matches: [ThemeMatch])]) throws -> Bool
  ) throws {
    let selected = Dictionary(
      uniqueKeysWithValues: try corpus.documents(matching: filter).map { ($0.key, $0) })
    var folded = FoldedText()
    var last: Int64 = 0
    while true {
      let batch = try corpus.contentBatch(after: last, limit: 512, maximumCharacters: 1_000_000)
      guard let end = batch.last?.reference.rowID else { return }
      for document in batch {
        guard let summary = selected[document.key] else { continue }
        let blocks = document.blocks.compactMap { block in
          folded.fold(block.units)
          var matches = matcher.matches(in: folded)
          if matches.isEmpty { return nil as (block: StoredBlock, matches: [ThemeMatch])? }
          matches.setStatus(from: block.decodedTokens)
          return (block, matches)
        }
        if !blocks.isEmpty, !(try body(summary, blocks)) { return }
      }
      last = end
    }
  }
}
