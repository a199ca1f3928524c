import LunhengCore
import LunhengReport
import LunhengStore

/// Asks a corpus which documents, or groups of them, cover which themes.
public struct CoverageQuery: Sendable {
  /// The codebook's id; nil for the only one.
  public var codebook: String?
  public var grouping: CoverageGrouping
  public var documents: DocumentFilter

  public init(
    codebook: String? = nil, grouping: CoverageGrouping = .document,
    documents: DocumentFilter = DocumentFilter()
  ) {
    self.codebook = codebook
    self.grouping = grouping
    self.documents = documents
  }

  /// - Throws: `PipelineError` or `StoreError`.
  public func matrix(of corpus: Corpus) throws -> CoverageMatrix {
    let stored = try corpus.requireCodebook(codebook)
    return CoverageMatrix(
      grouping: grouping, codebook: stored.codebook,
      documents: try corpus.coverageRecords(codebook: stored.rowID, matching: documents))
  }

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
    var passages: [Place: [EvidencePassage]] = [:]
    // The block that the last passage of a cell stands in, so that its next hit joins it.
    var lastBlock: [Place: String] = [:]
    try corpus.forEachMatch(
      codebook: stored.rowID, filter: MatchFilter(documents: documents)
    ) { match in
      for group in match.document.groups(by: grouping) {
        guard let row = rows[group] else { continue }
        let place = Place(row: row, column: match.match.theme)
        let block = "\(match.document.rowID)/\(match.ordinal)"
        if lastBlock[place] == block {
          let last = passages[place]!.count - 1
          passages[place]![last].highlights.append(match.match.range)
        } else if passages[place, default: []].count < limit {
          passages[place, default: []].append(match.passage)
          lastBlock[place] = block
        } else {
          lastBlock[place] = nil
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
