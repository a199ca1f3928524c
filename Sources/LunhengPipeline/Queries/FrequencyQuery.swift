import LunhengCore
import LunhengReport
import LunhengStore

/// Asks a corpus how often themes, or any terms, occur: in all, or by document, author, publication or
/// month.
public struct FrequencyQuery: Sendable {
  /// What is counted.
  public enum Subject: Hashable, Sendable {
    /// Themes of a codebook by id or name; all of them if empty.
    case themes([String], codebook: String?)
    /// Any terms, searched in the text now, with the folding that codebook terms get.
    case terms([String])
  }

  public var subject: Subject
  /// Nil for the whole selection in one row a theme.
  public var grouping: CoverageGrouping?
  public var statuses: [BoundaryStatus]?
  public var documents: DocumentFilter

  public init(
    subject: Subject, grouping: CoverageGrouping? = nil, statuses: [BoundaryStatus]? = nil,
    documents: DocumentFilter = DocumentFilter()
  ) {
    self.subject = subject
    self.grouping = grouping
    self.statuses = statuses
    self.documents = documents
  }

  /// How often one theme or term occurs in one group.
  public struct Row: Hashable, Sendable {
    /// Nil where the documents lack the field.
    public var group: String?
    public var theme: String
    /// Hits by how they lie among words.
    public var aligned = 0
    public var nested = 0
    public var crossing = 0
    public var passages = 0
    /// Documents with hits, and all documents of the group.
    public var documents = 0
    public var documentsInGroup = 0
    public var charactersInGroup = 0

    public var matches: Int { aligned + nested + crossing }
  }

  /// Rows by group (in the order of `CoverageMatrix`), then theme.
  ///
  /// - Throws: `PipelineError` or `StoreError`.
  public func rows(of corpus: Corpus) throws -> [Row] {
    let found = try hits(in: corpus)
    // The matrix has the order of groups and their sizes.
    let matrix = CoverageMatrix(
      grouping: grouping ?? .document, codebook: found.codebook,
      documents: try corpus.documents(matching: documents).map {
        DocumentCoverage(
          key: $0.key, title: $0.title, authors: $0.authors, publication: $0.publication,
          date: $0.date, characters: $0.characters, themes: [])
      })
    let groups = grouping == nil ? [matrix.total] : matrix.rows
    var rows = groups.flatMap { group in
      found.themes.map { theme in
        Row(
          group: group.key, theme: found.codebook.themes[theme].id,
          documentsInGroup: group.documents, charactersInGroup: group.characters)
      }
    }
    let places = Dictionary(
      uniqueKeysWithValues: groups.enumerated().map { ($0.element.key, $0.offset) })
    for hit in found.hits {
      guard let column = found.themes.firstIndex(of: hit.theme) else { continue }
      for key in grouping.map({ hit.document.groups(by: $0) }) ?? [nil] {
        guard let place = places[key] else { continue }
        let index = place * found.themes.count + column
        rows[index].aligned += hit.aligned
        rows[index].nested += hit.nested
        rows[index].crossing += hit.crossing
        rows[index].passages += hit.passages
        rows[index].documents += 1
      }
    }
    return rows
  }

  // MARK: Hits

  /// The hits of one theme in one document.
  private struct Hits {
    var document: DocumentSummary
    var theme: Int
    var aligned = 0
    var nested = 0
    var crossing = 0
    var passages = 0

    /// - Parameter matches: of one block, in order. A stretch that several terms find counts once.
    mutating func add(_ matches: [ThemeMatch]) {
      guard !matches.isEmpty else { return }
      passages += 1
      for (index, match) in matches.enumerated()
      where index == 0 || matches[index - 1].range != match.range {
        switch match.status {
        case .aligned: aligned += 1
        case .nested: nested += 1
        case .crossing: crossing += 1
        }
      }
    }
  }

  private func hits(
    in corpus: Corpus
  ) throws -> (codebook: Codebook, themes: [Int], hits: [Hits]) {
    switch subject {
    case .themes(let names, let name):
      let stored = try corpus.requireCodebook(name)
      let themes =
        names.isEmpty
        ? Array(stored.codebook.themes.indices) : try stored.themes(named: names)
      var collected: [Int: Hits] = [:]
      var all: [Hits] = []
      var current: (document: Int64, block: Int)?
      var pending: [Int: [ThemeMatch]] = [:]
      func closeBlock() {
        for (theme, matches) in pending { collected[theme]?.add(matches) }
        pending = [:]
      }
      func closeDocument() {
        closeBlock()
        all += collected.sorted { $0.key < $1.key }.map(\.value)
        collected = [:]
      }
      let filter = MatchFilter(
        themes: stored.withSubthemes(themes), statuses: statuses, documents: documents)
      let lineages = stored.codebook.themes.indices.map { theme in
        stored.codebook.lineage(of: theme).filter(themes.contains)
      }
      try corpus.forEachMatch(codebook: stored.rowID, filter: filter) { match in
        if current?.document != match.document.rowID { closeDocument() }
        if current?.block != match.ordinal { closeBlock() }
        current = (match.document.rowID, match.ordinal)
        for theme in lineages[match.match.theme] {
          if collected[theme] == nil {
            collected[theme] = Hits(document: match.document, theme: theme)
          }
          pending[theme, default: []].append(match.match)
        }
      }
      closeDocument()
      return (stored.codebook, themes, all)
    case .terms(let terms):
      let search = try TermSearch(terms)
      var all: [Hits] = []
      for found in try search.documents(of: corpus, matching: documents) {
        for theme in terms.indices {
          var hits = Hits(document: found.document, theme: theme)
          for block in found.blocks {
            hits.add(
              block.matches.filter { match in
                match.theme == theme && statuses?.contains(match.status) ?? true
              })
          }
          if hits.passages > 0 { all.append(hits) }
        }
      }
      return (search.codebook, Array(terms.indices), all)
    }
  }
}
