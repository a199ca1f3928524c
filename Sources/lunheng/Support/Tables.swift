import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

/// Words of table headers in the two languages.
struct Headers {
  let isEnglish: Bool

  init(_ language: String) { isEnglish = language == "en" }

  func callAsFunction(_ chinese: String, _ english: String) -> String {
    isEnglish ? english : chinese
  }
}

extension Table {
  /// A row a group and theme.
  init(_ rows: [FrequencyQuery.Row], by grouping: CoverageGrouping?, language: String) {
    let header = Headers(language)
    var columns = [
      Column(key: "theme", header: header("主題／詞", "Theme or term")),
      Column(key: "matches", header: header("命中", "Matches"), kind: .number),
      Column(key: "bar", header: "", kind: .bar, audience: .people),
      Column(key: "density", header: header("每千字", "Per 1,000"), kind: .number),
      Column(key: "passages", header: header("段落", "Passages"), kind: .number),
      Column(key: "documents", header: header("文件", "Documents"), kind: .number),
      Column(
        key: "document_share", header: header("佔文件", "Of documents"), kind: .number),
      Column(key: "aligned", header: header("對齊", "Aligned"), kind: .number),
      Column(key: "nested", header: header("詞內", "Nested"), kind: .number),
      Column(key: "crossing", header: header("跨詞", "Crossing"), kind: .number),
    ]
    if let grouping {
      columns.insert(
        Column(
          key: grouping == .document ? "document" : grouping.rawValue,
          header: Self.header(of: grouping, language: language), missing: header("（無）", "(none)")),
        at: 0)
    }
    // Two columns of the same key would be one in JSON.
    if grouping == .document {
      columns[columns.firstIndex { $0.key == "documents" }!].audience = .people
    }
    self.init(
      columns: columns,
      rows: rows.map { row in
        var cells: [Cell] = [
          .text(row.theme), .integer(row.matches), .integer(row.matches),
          row.charactersInGroup == 0
            ? .missing
            : .decimal(
              Double(row.matches) * 1000 / Double(row.charactersInGroup), digits: 2),
          .integer(row.passages), .integer(row.documents),
          row.documentsInGroup == 0
            ? .missing
            : .percent(Double(row.documents) / Double(row.documentsInGroup), digits: 1),
          .integer(row.aligned), .integer(row.nested), .integer(row.crossing),
        ]
        if grouping != nil { cells.insert(.optional(row.group), at: 0) }
        return cells
      })
  }
}
