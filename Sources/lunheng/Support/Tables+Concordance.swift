import LunhengCore
import LunhengPipeline
import LunhengReport

extension Table {
  /// A row a group of documents, or a spelling.
  init(
    _ rows: [HitCount], by grouping: ConcordanceGrouping?, countsTokens: Bool, language: String
  ) {
    let header = Headers(language)
    var columns: [Column] = []
    switch grouping {
    case .documents(let grouping):
      columns.append(
        Column(
          key: grouping.rawValue, header: Self.header(of: grouping, language: language),
          missing: header("（無）", "(none)")))
    case .spellings(let side):
      let name =
        switch side {
        case .hit: header("命中", "Match")
        case .left: header("前一詞", "Word before")
        case .right: header("後一詞", "Word after")
        }
      columns.append(
        Column(key: side.rawValue, header: name, missing: header("（段落邊界）", "(paragraph's edge)")))
    case nil: break
    }
    columns += [
      Column(key: "hits", header: header("次數", "Hits"), kind: .number),
      Column(key: "bar", header: "", kind: .bar, audience: .people),
      Column(
        key: "per_million",
        header: countsTokens ? header("每百萬詞", "Per million words") : header("每百萬字", "Per million"),
        kind: .number),
      Column(key: "documents", header: header("文件", "Documents"), kind: .number),
      Column(
        key: "of_documents", header: header("全部文件", "Of documents"), kind: .number),
      Column(
        key: countsTokens ? "tokens" : "characters",
        header: countsTokens ? header("詞數", "Words") : header("字數", "Characters"),
        kind: .number),
    ]
    if case .documents(.document) = grouping {
      // Two columns of nearly the same name, and always 1.
      columns.removeAll { $0.key == "documents" || $0.key == "of_documents" }
    }
    let keys = Set(columns.map(\.key))
    self.init(
      columns: columns,
      rows: rows.map { row in
        var cells: [Cell] = grouping == nil ? [] : [.optional(row.text)]
        cells += [
          .integer(row.hits), .integer(row.hits),
          row.perMillion.map { .decimal($0, digits: 1) } ?? .missing,
        ]
        if keys.contains("documents") {
          cells += [.integer(row.documents), .integer(row.documentsInGroup)]
        }
        return cells + [.integer(row.size)]
      })
  }
}
