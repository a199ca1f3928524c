import LunhengCore
import LunhengReport
import LunhengStore

/// Asks a corpus for the passages in which themes or terms occur, each with its place.
public struct ConcordanceQuery: Sendable {
  public var subject: FrequencyQuery.Subject
  public var statuses: [BoundaryStatus]?
  public var documents: DocumentFilter
  /// Characters shown on each side of a hit.
  public var context: Int
  /// Lines at most.
  public var limit: Int

  public init(
    subject: FrequencyQuery.Subject, statuses: [BoundaryStatus]? = nil,
    documents: DocumentFilter = DocumentFilter(), context: Int = 20, limit: Int = 100
  ) {
    self.subject = subject
    self.statuses = statuses
    self.documents = documents
    self.context = context
    self.limit = limit
  }

  /// The passages, and whether there are more than the limit.
  public struct Passages: Sendable {
    public var concordance: Concordance
    public var isCut: Bool
  }

  /// The passages in the order of documents and text.
  ///
  /// - Throws: `PipelineError` or `StoreError`.
  public func passages(of corpus: Corpus) throws -> Passages {
    // One more than is shown tells whether there are more.
    let lines = try lines(of: corpus, limit: limit + 1)
    return Passages(
      concordance: Concordance(Array(lines.prefix(limit))), isCut: lines.count > limit)
  }

  private func lines(of corpus: Corpus, limit: Int) throws -> [ConcordanceLine] {
    switch subject {
    case .themes(let names, let name):
      let stored = try corpus.requireCodebook(name)
      let filter = MatchFilter(
        themes: names.isEmpty ? nil : stored.withSubthemes(try stored.themes(named: names)),
        statuses: statuses, documents: documents)
      return try corpus.matches(codebook: stored.rowID, filter: filter, limit: limit).map {
        line(
          $0.match, in: $0.block, ordinal: $0.ordinal, of: $0.document, codebook: stored.codebook)
      }
    case .terms(let terms):
      let search = try TermSearch(terms)
      var lines: [ConcordanceLine] = []
      for found in try search.documents(of: corpus, matching: documents) {
        if lines.count >= limit { break }
        guard let document = try corpus.document(key: found.document.key) else { continue }
        for (ordinal, matches) in found.blocks {
          for match in matches where statuses?.contains(match.status) ?? true {
            lines.append(
              line(
                match, in: document.blocks[ordinal], ordinal: ordinal, of: found.document,
                codebook: search.codebook))
          }
        }
      }
      return Array(lines.prefix(limit))
    }
  }

  private func line(
    _ match: ThemeMatch, in block: Block, ordinal: Int, of document: DocumentSummary,
    codebook: Codebook
  ) -> ConcordanceLine {
    let theme = codebook.themes[match.theme]
    return ConcordanceLine(
      match.range, of: block, ordinal: ordinal, document, context: context, theme: theme.id,
      term: theme.terms[match.term].text, status: match.status)
  }
}
