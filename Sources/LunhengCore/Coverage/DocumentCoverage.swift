/// What a coverage matrix needs to know of a document.
public struct DocumentCoverage: Hashable, Sendable {
  public var key: String
  public var title: String?
  public var authors: [String]
  public var publication: String?
  public var date: CalendarDate?
  /// Characters of content.
  public var characters: Int
  /// The themes that it has hits of.
  public var themes: [ThemeScore]

  public init(
    key: String, title: String? = nil, authors: [String] = [], publication: String? = nil,
    date: CalendarDate? = nil, characters: Int, themes: [ThemeScore]
  ) {
    self.key = key
    self.title = title
    self.authors = authors
    self.publication = publication
    self.date = date
    self.characters = characters
    self.themes = themes
  }

  /// The groups that the document counts in. One that lacks the field counts in the group nil; one
  /// with several authors in the group of each, once.
  public func groups(by grouping: CoverageGrouping) -> [String?] {
    switch grouping {
    case .document: [key]
    case .author:
      authors.isEmpty
        ? [nil]
        : authors.indices.filter { !authors[..<$0].contains(authors[$0]) }.map { authors[$0] }
    case .publication: [publication]
    case .month: [date.map { String($0.description.prefix(7)) }]
    case .year: [date.map { String($0.description.prefix(4)) }]
    }
  }
}

extension CoverageMatrix {
  /// Counts documents into rows.
  ///
  /// Rows of documents keep the order given; groups are ordered by key, those without one last.
  ///
  /// Complexity: O(documents × themes).
  public init(grouping: CoverageGrouping, codebook: Codebook, documents: [DocumentCoverage]) {
    let columns = codebook.themes.map {
      Column(id: $0.id, name: $0.name, parent: $0.parent)
    }
    let empty = Row(
      key: nil, documents: 0, characters: 0, cells: Array(repeating: Cell(), count: columns.count))
    var total = empty
    var rows: [Row] = []
    var indices: [String?: Int] = [:]
    for document in documents {
      total.add(document)
      for group in document.groups(by: grouping) {
        if let index = indices[group] {
          rows[index].add(document)
          continue
        }
        var row = empty
        row.key = group
        row.label = grouping == .document ? document.title : nil
        row.add(document)
        indices[group] = rows.count
        rows.append(row)
      }
    }
    if grouping != .document { rows.sort { Self.precedes($0.key, $1.key) } }
    self.init(grouping: grouping, columns: columns, rows: rows, total: total)
  }

  /// The order of groups: by Unicode scalars, documents without one last.
  public static func precedes(_ left: String?, _ right: String?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
  }
}

extension CoverageMatrix.Row {
  fileprivate mutating func add(_ document: DocumentCoverage) {
    documents += 1
    characters += document.characters
    for score in document.themes where score.count > 0 {
      cells[score.theme].matches += score.count
      cells[score.theme].passages += score.passages
      cells[score.theme].documents += 1
    }
  }
}
