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

  /// - Throws: `PipelineError` or `StoreError`.
  public func concordance(of corpus: Corpus) throws -> Concordance {
    switch subject {
    case .themes(let names, let name):
      let stored = try corpus.requireCodebook(name)
      let filter = MatchFilter(
        themes: names.isEmpty ? nil : try stored.themes(named: names), statuses: statuses,
        documents: documents)
      return Concordance(
        try corpus.matches(codebook: stored.rowID, filter: filter, limit: limit).map {
          line(
            $0.match, in: $0.block, of: $0.document, codebook: stored.codebook)
        })
    case .terms(let terms):
      let search = try TermSearch(terms)
      var lines: [ConcordanceLine] = []
      try search.forEachDocument(of: corpus, matching: documents) { summary, found in
        guard let document = try corpus.document(key: summary.key) else { return true }
        for (block, matches) in found {
          for match in matches where statuses?.contains(match.status) ?? true {
            lines.append(
              line(
                match, in: document.blocks[block.ordinal], of: summary,
                codebook: search.codebook))
          }
        }
        return lines.count < limit
      }
      return Concordance(Array(lines.prefix(limit)))
    }
  }

  private func line(
    _ match: ThemeMatch, in block: Block, of document: DocumentSummary, codebook: Codebook
  ) -> ConcordanceLine {
    let theme = codebook.themes[match.theme]
    let left = block.units[..<match.range.lowerBound].suffix(context)
    let right = block.units[match.range.upperBound...].prefix(context)
    return ConcordanceLine(
      left: String(decoding: left, as: UTF16.self),
      hit: String(decoding: block.units[match.range], as: UTF16.self),
      right: String(decoding: right, as: UTF16.self), file: document.path, page: block.page,
      line: document.recordLine ?? block.source.position(at: match.range.lowerBound).line,
      theme: theme.id, term: theme.terms[match.term].text, status: match.status)
  }
}
