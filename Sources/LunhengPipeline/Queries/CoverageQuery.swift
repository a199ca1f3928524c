import LunhengCore
import LunhengReport
import LunhengStore

/// Asks a corpus which documents, or groups of them, cover which themes.
public struct CoverageQuery: Sendable {
  /// The codebook's id; nil for the only one.
  public var codebook: String?
  public var grouping: CoverageGrouping
  /// How hits must lie among words; nil for any.
  public var statuses: [BoundaryStatus]?
  public var documents: DocumentFilter
  /// Levels of themes that have columns: 1 for the top ones, which have the hits of all below.
  public var depth: Int

  public init(
    codebook: String? = nil, grouping: CoverageGrouping = .document,
    statuses: [BoundaryStatus]? = nil, documents: DocumentFilter = DocumentFilter(),
    depth: Int = 1
  ) {
    self.depth = depth
    self.codebook = codebook
    self.grouping = grouping
    self.statuses = statuses
    self.documents = documents
  }

  /// - Throws: `PipelineError` or `StoreError`.
  public func matrix(of corpus: Corpus) throws -> CoverageMatrix {
    let stored = try corpus.requireCodebook(codebook)
    var records = try corpus.coverageRecords(codebook: stored.rowID, matching: documents)
    if statuses != nil {
      let scores = try scores(of: corpus, stored)
      for index in records.indices { records[index].themes = scores[records[index].key] ?? [] }
    }
    let matrix = CoverageMatrix(
      grouping: grouping, codebook: stored.codebook, documents: records)
    let themes = stored.codebook.themes.indices
    return matrix.keeping(themes.filter { stored.codebook.lineage(of: $0).count <= depth })
  }

  /// What documents cover by hits of the wanted statuses; the corpus has sums for all hits only.
  private func scores(
    of corpus: Corpus, _ stored: StoredCodebook
  ) throws -> [String: [ThemeScore]] {
    let ranker = ThemeRanker(stored.codebook)
    var scores: [String: [ThemeScore]] = [:]
    var document: DocumentSummary?
    var blocks: [Int: [ThemeMatch]] = [:]
    func close() {
      guard let document else { return }
      scores[document.key] = ranker.rank(
        blocks.sorted { $0.key < $1.key }.map(\.value), characters: document.characters)
      blocks = [:]
    }
    try corpus.forEachMatch(codebook: stored.rowID, filter: filter) { match in
      if document?.rowID != match.document.rowID {
        close()
        document = match.document
      }
      blocks[match.ordinal, default: []].append(match.match)
    }
    close()
    return scores
  }

  private var filter: MatchFilter { MatchFilter(statuses: statuses, documents: documents) }

  /// The passages behind the cells of `matrix`, as this query gave it.
  ///
  /// - Parameter limit: passages for each cell; the first in the order of documents are taken.
  /// - Throws: `PipelineError` or `StoreError`.
  public func evidence(
    for matrix: CoverageMatrix, in corpus: Corpus, limit: Int
  ) throws -> [CellEvidence] {
    struct Place: Hashable {
      var row: Int
      var column: Int
    }
    let stored = try corpus.requireCodebook(codebook)
    let rows = Dictionary(
      uniqueKeysWithValues: matrix.rows.enumerated().map { ($0.element.key, $0.offset) })
    let columns = Dictionary(
      uniqueKeysWithValues: matrix.columns.enumerated().map { ($0.element.id, $0.offset) })
    let columnsOfThemes = stored.codebook.themes.indices.map { theme in
      stored.codebook.lineage(of: theme).compactMap { columns[stored.codebook.themes[$0].id] }
    }
    var passages: [Place: [EvidencePassage]] = [:]
    // The block that the last passage of a cell stands in, so that its next hit joins it.
    var lastBlock: [Place: String] = [:]
    try corpus.forEachMatch(codebook: stored.rowID, filter: filter) { match in
      for group in match.document.groups(by: grouping) {
        guard let row = rows[group] else { continue }
        for column in columnsOfThemes[match.match.theme] {
          let place = Place(row: row, column: column)
          let block = "\(match.document.rowID)/\(match.ordinal)"
          if lastBlock[place] == block {
            let last = passages[place]!.count - 1
            if passages[place]![last].highlights.last != match.match.range {
              passages[place]![last].highlights.append(match.match.range)
            }
          } else if passages[place, default: []].count < limit {
            passages[place, default: []].append(match.passage)
            lastBlock[place] = block
          } else {
            lastBlock[place] = nil
          }
        }
      }
    }
    return passages.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
      .map { CellEvidence(row: $0.key.row, column: $0.key.column, passages: $0.value) }
  }
}

extension DocumentSummary {
  /// The groups that the document counts in; see `DocumentCoverage.groups`.
  func groups(by grouping: CoverageGrouping) -> [String?] {
    DocumentCoverage(
      key: key, title: title, authors: authors, publication: publication, date: date,
      characters: characters, themes: []
    ).groups(by: grouping)
  }
}

extension StoredMatch {
  /// The line in the file: of the record, for a record.
  var line: Int {
    document.recordLine ?? block.source.position(at: match.range.lowerBound).line
  }

  fileprivate var passage: EvidencePassage {
    EvidencePassage(
      documentTitle: document.title ?? document.key, place: "\(document.path):\(line)",
      page: block.page, text: block.text, highlights: [match.range])
  }
}
