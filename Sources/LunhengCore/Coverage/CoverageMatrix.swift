/// What the rows of a matrix are.
public enum CoverageGrouping: String, CaseIterable, Sendable {
  case document, author, publication, month, year
}

/// What the cells of a matrix count.
public enum CoverageMeasure: String, CaseIterable, Sendable {
  /// Hits of the theme's terms.
  case matches
  /// Content blocks with at least one hit.
  case passages
  /// Documents with at least one hit.
  case documents
  /// Hits of the theme as a share of the hits of all themes in the row (0–1).
  case share
  /// Documents with at least one hit as a share of the row's documents (0–1).
  case documentShare = "document-share"
  /// Hits per 1,000 characters of content.
  case density
}

/// Rows (documents, or groups of them) × themes.
///
/// A document with several authors counts in the row of each, so that rows of such a grouping do not
/// add up to the corpus; `total` always counts each document once.
public struct CoverageMatrix: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    /// Names the row: a document's id, an author, "2023-12". Nil where the documents lack the field.
    public var key: String?
    /// What to print for the row where that differs from the key: a document's title.
    public var label: String?
    public var documents: Int
    /// Characters of content in those documents.
    public var characters: Int
    /// One cell a theme.
    public var cells: [Cell]

    public init(key: String?, label: String? = nil, documents: Int, characters: Int, cells: [Cell])
    {
      self.key = key
      self.label = label
      self.documents = documents
      self.characters = characters
      self.cells = cells
    }
  }

  public struct Column: Hashable, Sendable {
    /// The theme's id.
    public var id: String
    public var name: LocalizedName
    /// Index of the column whose theme this one is a part of; that column's counts include this one's.
    public var parent: Int?

    public init(id: String, name: LocalizedName, parent: Int? = nil) {
      self.id = id
      self.name = name
      self.parent = parent
    }
  }

  public struct Cell: Hashable, Sendable {
    public var matches: Int
    public var passages: Int
    public var documents: Int

    public init(matches: Int = 0, passages: Int = 0, documents: Int = 0) {
      self.matches = matches
      self.passages = passages
      self.documents = documents
    }
  }

  public var grouping: CoverageGrouping
  public var columns: [Column]
  public var rows: [Row]
  /// All documents together.
  public var total: Row

  public init(grouping: CoverageGrouping, columns: [Column], rows: [Row], total: Row) {
    self.grouping = grouping
    self.columns = columns
    self.rows = rows
    self.total = total
  }

  /// The matrix with some of its columns, in order. One whose parent is left out stands by itself.
  public func keeping(_ kept: [Int]) -> CoverageMatrix {
    var matrix = self
    matrix.columns = kept.map { column in
      var column = columns[column]
      column.parent = column.parent.flatMap { kept.firstIndex(of: $0) }
      return column
    }
    for index in matrix.rows.indices {
      matrix.rows[index].cells = kept.map { rows[index].cells[$0] }
    }
    matrix.total.cells = kept.map { total.cells[$0] }
    return matrix
  }

  /// The cell of `row` and theme `column` in `measure`; nil where it has no value because the row has
  /// no hits, documents or characters to divide by.
  public func value(_ measure: CoverageMeasure, of row: Row, column: Int) -> Double? {
    let cell = row.cells[column]
    func ratio(_ part: Int, _ whole: Int) -> Double? {
      whole == 0 ? nil : Double(part) / Double(whole)
    }
    switch measure {
    case .matches: return Double(cell.matches)
    case .passages: return Double(cell.passages)
    case .documents: return Double(cell.documents)
    case .share: return ratio(cell.matches, matchesOfAllThemes(in: row))
    case .documentShare: return ratio(cell.documents, row.documents)
    case .density: return ratio(cell.matches * 1000, row.characters)
    }
  }

  /// Those of subthemes are in their themes' already.
  private func matchesOfAllThemes(in row: Row) -> Int {
    zip(columns, row.cells).reduce(0) { $0 + ($1.0.parent == nil ? $1.1.matches : 0) }
  }
}
