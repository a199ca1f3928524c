import LunhengCore
import LunhengPipeline
import LunhengReport

extension Table {
  /// A row a finding.
  init(_ findings: [CodebookLint.Finding], language: String) {
    let header = Headers(language)
    self.init(
      columns: [
        Column(key: "severity", header: header("程度", "Severity")),
        Column(key: "code", header: header("問題", "Finding")),
        Column(key: "theme", header: header("主題", "Theme")),
        Column(key: "term", header: header("詞", "Term")),
        Column(key: "place", header: header("位置", "Place"), audience: .programs),
        Column(key: "others", header: header("相關", "Others"), audience: .programs),
        Column(key: "hits", header: header("命中", "Hits"), kind: .number),
        Column(
          key: "documents", header: header("文件", "Documents"), kind: .number, audience: .programs),
        Column(key: "count", header: header("次數", "Count"), kind: .number, audience: .programs),
        Column(key: "message", header: header("說明", "What it is")),
      ],
      rows: findings.map { row in
        [
          .text(row.finding.severity.rawValue), .text(row.finding.code.rawValue),
          .text(row.theme), .optional(row.term), .optional(row.place.map(\.text)),
          row.finding.others.isEmpty
            ? .missing : .text(row.finding.others.joined(separator: "; ")),
          .optional(row.counts?.hits), .optional(row.counts?.documents),
          .optional(row.finding.count), .text(row.finding.message),
        ]
      })
  }

  /// A row a term: how often it counts, and what becomes of its other occurrences.
  init(_ terms: [CodebookLint.TermRow], language: String) {
    let header = Headers(language)
    func number(_ key: String, _ chinese: String, _ english: String) -> Column {
      Column(key: key, header: header(chinese, english), kind: .number)
    }
    self.init(
      columns: [
        Column(key: "theme", header: header("主題", "Theme")),
        Column(key: "term", header: header("詞", "Term")),
        number("weight", "權重", "Weight"), number("hits", "命中", "Hits"),
        number("documents", "文件", "Documents"), number("aligned", "對齊", "Aligned"),
        number("nested", "詞內", "Nested"), number("crossing", "跨詞", "Crossing"),
        number("risk", "風險", "Risk"), number("hidden", "被遮蓋", "Hidden"),
        number("excluded", "被排除", "Excluded"), number("refused", "異體不取", "Refused folds"),
      ],
      rows: terms.map { row in
        let counts = row.counts
        return [
          .text(row.theme), .text(row.term), .decimal(row.weight, digits: 2),
          .integer(counts.hits), .integer(counts.documents), .integer(counts.aligned),
          .integer(counts.nested), .integer(counts.crossing),
          counts.risk.map { .percent($0, digits: 1) } ?? .missing, .integer(counts.hidden),
          .integer(counts.excluded + counts.conditioned + counts.unwantedStatus),
          .integer(counts.refusedFolds),
        ]
      })
  }

  /// A row an edit; with what it does, if texts were searched.
  init(
    _ comparison: CodebookComparison, _ report: CodebookComparison.Report?, language: String
  ) {
    let header = Headers(language)
    func number(_ key: String, _ chinese: String, _ english: String) -> Column {
      Column(key: key, header: header(chinese, english), kind: .number)
    }
    var columns = [
      number("edit", "#", "#"), Column(key: "kind", header: header("修改", "Edit")),
      Column(key: "theme", header: header("主題", "Theme")),
      Column(key: "term", header: header("詞", "Term")),
      Column(key: "detail", header: header("內容", "Detail")),
      Column(key: "place", header: header("位置", "Place"), audience: .programs),
    ]
    if report != nil {
      columns += [
        number("gained", "增", "Gained"), number("lost", "減", "Lost"), number("net", "淨", "Net"),
        number("documents_gained", "新增文件", "Documents gained"),
        number("documents_lost", "失去文件", "Documents lost"),
        number("cells", "格", "Cells"),
      ]
    }
    func cells(_ effect: CodebookComparison.Effect) -> [Cell] {
      [
        .integer(effect.gained), .integer(effect.lost), .integer(effect.net),
        .integer(effect.documentsGained), .integer(effect.documentsLost), .integer(effect.cells),
      ]
    }
    let total: [Cell]? = report.map {
      [.missing, .text(header("合計", "All together")), .missing, .missing, .missing, .missing]
        + cells($0.total)
    }
    self.init(
      columns: columns,
      rows: comparison.changes.edits.enumerated().map { index, edit in
        [
          .integer(index + 1), .text(edit.kind.rawValue), .optional(edit.themeID),
          .optional(edit.subject), .optional(edit.detail),
          .optional(comparison.place(of: edit)?.text),
        ] + (report.map { cells($0.effects[index]) } ?? [])
      },
      footer: total)
  }

  /// A row a changed cell of the matrix.
  init(
    _ cells: [CodebookComparison.Cell], of changes: CodebookChanges, by grouping: CoverageGrouping,
    language: String
  ) {
    let header = Headers(language)
    self.init(
      columns: [
        Column(
          key: grouping.rawValue, header: Self.header(of: grouping, language: language),
          missing: header("（無）", "(none)")),
        Column(key: "theme", header: header("主題", "Theme")),
        Column(key: "before", header: header("之前", "Before"), kind: .number),
        Column(key: "after", header: header("之後", "After"), kind: .number),
        Column(key: "edits", header: header("修改", "Edits")),
      ],
      rows: cells.map { cell in
        let shares = cell.shares.map { share in
          let edit = changes.edits[share.edit]
          let parts = ["#\(share.edit + 1)", edit.kind.rawValue, edit.subject ?? edit.themeID]
          return (parts.compactMap { $0 } + ["\(share.hits > 0 ? "+" : "")\(share.hits)"])
            .joined(separator: " ")
        }
        return [
          .optional(cell.row), .text(cell.theme), .integer(cell.before), .integer(cell.after),
          .text(shares.joined(separator: "; ")),
        ]
      })
  }

  /// What rows of such a grouping are called.
  static func header(of grouping: CoverageGrouping, language: String) -> String {
    let header = Headers(language)
    return switch grouping {
    case .document: header("文件名", "Document")
    case .author: header("作者", "Author")
    case .publication: header("刊物", "Publication")
    case .month: header("月份", "Month")
    case .year: header("年份", "Year")
    }
  }
}

extension DiagnosticLocation {
  /// "codebook.yaml:12:9"
  fileprivate var text: String {
    [path, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
  }
}
