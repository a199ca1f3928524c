import LunhengCore
import LunhengReport
import LunhengStore

/// Searches an indexed corpus for characters or for tokens: hits in their contexts, or how many there are.
///
/// ```swift
/// let search = ConcordanceSearch(try ConcordanceSubject(#"[pos="ADJ"] "發展""#))
/// let found = try search.lines(of: corpus, ConcordanceLayout(order: .left), context)
/// ```
///
/// Each call reads one state of the corpus, and memory grows with the lines asked for and the number of
/// documents, not with the hits.
public struct ConcordanceSearch: Sendable {
  public var subject: ConcordanceSubject
  public var documents: DocumentFilter
  /// Of the themes of a token query; nil if the corpus has only one.
  public var codebook: String?

  public init(
    _ subject: ConcordanceSubject, documents: DocumentFilter = DocumentFilter(),
    codebook: String? = nil
  ) {
    self.subject = subject
    self.documents = documents
    self.codebook = codebook
  }

  /// Lines of a concordance, and how many hits there are in all.
  public struct Lines: Sendable {
    public var concordance: Concordance
    public var hits: Int
    /// Hits that the lines were chosen from: all, or the sample.
    public var chosen: Int
  }

  /// The hits in their contexts.
  ///
  /// Complexity: O(documents + text of the documents that come into question); to sort by text, that of
  /// all documents with hits is read twice.
  ///
  /// - Throws: `PipelineError`, `StoreError`, `ICUError` or `QuerySyntaxError`.
  public func lines(
    of corpus: Corpus, _ layout: ConcordanceLayout, _ context: RunContext
  ) throws -> Lines {
    try corpus.snapshot {
      let run = try SearchRun(self, corpus, context)
      let counts = try run.counts()
      let hits = counts.reduce(0, +)
      let sample = layout.sample.map { HitSample(counts: counts, size: $0) }
      let chosen =
        layout.order.isByText
        ? try run.firstByText(counts, sample, layout)
        : try run.firstByDocument(counts, sample, layout)
      return Lines(
        concordance: Concordance(try run.lines(chosen, context: layout.context), of: .words),
        hits: hits,
        chosen: sample?.size ?? hits)
    }
  }

  /// How many hits there are: in all, or in groups of documents.
  ///
  /// - Throws: as `lines`.
  public func counts(
    of corpus: Corpus, by grouping: CoverageGrouping?, _ context: RunContext
  ) throws -> [HitCount] {
    try corpus.snapshot {
      let run = try SearchRun(self, corpus, context)
      let counts = try run.counts()
      let sizes = try run.sizes()
      // The matrix has the order of groups.
      let matrix = CoverageMatrix(
        grouping: grouping ?? .document,
        codebook: Codebook(id: "query", name: LocalizedName([:]), themes: []),
        documents: run.summaries.map {
          DocumentCoverage(
            key: $0.key, title: $0.title, authors: $0.authors, publication: $0.publication,
            date: $0.date, characters: $0.characters, themes: [])
        })
      let groups = grouping == nil ? [matrix.total] : matrix.rows
      var rows = groups.map { HitCount(text: $0.key, documentsInGroup: $0.documents) }
      let places = Dictionary(
        uniqueKeysWithValues: groups.enumerated().map { ($0.element.key, $0.offset) })
      for (place, summary) in run.summaries.enumerated() {
        for key in grouping.map({ summary.groups(by: $0) }) ?? [nil] {
          guard let row = places[key] else { continue }
          rows[row].hits += counts[place]
          rows[row].documents += counts[place] > 0 ? 1 : 0
          rows[row].size += sizes[place]
        }
      }
      return rows
    }
  }

  /// How often each spelling of the hits occurs, or each word beside them; the commonest first.
  ///
  /// - Throws: as `lines`.
  public func counts(
    of corpus: Corpus, by side: HitSide, _ context: RunContext
  ) throws -> [HitCount] {
    try corpus.snapshot {
      let run = try SearchRun(self, corpus, context)
      let counts = try run.counts()
      let size = try run.sizes().reduce(0, +)
      return try run.spellings(counts, side).map { spelling in
        HitCount(
          text: spelling.text, hits: spelling.hits, documents: spelling.documents,
          documentsInGroup: run.summaries.count, size: size)
      }
    }
  }

  /// Whether sizes, and the rates that go by them, count tokens and not characters.
  public var countsTokens: Bool {
    if case .tokens = subject { true } else { false }
  }
}

/// How often a search hits in a group of documents, or in some spelling.
public struct HitCount: Hashable, Sendable {
  /// The group or spelling; nil for all, for documents that lack the field, and for the edge of a block.
  public var text: String?
  public var hits = 0
  /// Documents with hits, and all documents of the group.
  public var documents = 0
  public var documentsInGroup = 0
  /// Tokens or characters of the group.
  public var size = 0

  /// Hits in a million tokens or characters; nil where there are none to divide by.
  public var perMillion: Double? {
    size == 0 ? nil : Double(hits) * 1_000_000 / Double(size)
  }
}
