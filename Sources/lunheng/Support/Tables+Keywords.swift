import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

extension Table {
  /// A row a keyword: of each document, of each group, or of all documents if there is no grouping.
  init(
    _ query: KeywordQuery, of corpus: Corpus, by grouping: CoverageGrouping?, language: String
  ) throws {
    self.init(columns: Self.keywordColumns(grouping, query.hasEvidence, Headers(language)))
    if grouping == .document {
      try query.forEachDocument(of: corpus) { rows in
        for row in rows { append(Self.cells(row, grouping, query.hasEvidence)) }
      }
    } else {
      for row in try query.rows(of: corpus, by: grouping) {
        append(Self.cells(row, grouping, query.hasEvidence))
      }
    }
  }

  private static func keywordColumns(
    _ grouping: CoverageGrouping?, _ hasEvidence: Bool, _ header: Headers
  ) -> [Column] {
    var columns: [Column] = []
    if let grouping {
      columns.append(
        Column(
          key: grouping.rawValue,
          header: Self.header(of: grouping, language: header.isEnglish ? "en" : ""),
          missing: header("（無）", "(none)")))
      if grouping == .document {
        columns.append(Column(key: "title", header: header("標題", "Title")))
      }
      columns.append(Column(key: "rank", header: "#", kind: .number))
    }
    columns += [
      Column(key: "term", header: header("關鍵詞", "Keyword")),
      Column(key: "score", header: header("分數", "Score"), kind: .number),
    ]
    if grouping == nil {
      columns.append(Column(key: "bar", header: "", kind: .bar, audience: .people))
    }
    columns.append(Column(key: "count", header: header("次數", "Count"), kind: .number))
    if grouping != .document {
      columns.append(Column(key: "documents", header: header("文件", "Documents"), kind: .number))
    }
    if hasEvidence {
      columns += [
        Column(key: "snippet", header: header("原文", "Text")),
        Column(key: "place", header: header("位置", "Place")),
        Column(key: "page", header: header("頁", "Page"), kind: .number),
      ]
    }
    return columns
  }

  private static func cells(
    _ row: KeywordQuery.Row, _ grouping: CoverageGrouping?, _ hasEvidence: Bool
  ) -> [Cell] {
    var cells: [Cell] = []
    if let grouping {
      cells.append(.optional(row.group))
      if grouping == .document { cells.append(.optional(row.title)) }
      cells.append(.integer(row.rank))
    }
    let score = Cell.decimal(row.score, digits: 3)
    cells += grouping == nil ? [.text(row.term), score, score] : [.text(row.term), score]
    cells.append(.integer(row.count))
    if grouping != .document { cells.append(.integer(row.documents)) }
    if hasEvidence {
      cells += [
        .optional(row.evidence?.snippet), .optional(row.evidence?.place),
        .optional(row.evidence?.page),
      ]
    }
    return cells
  }
}
