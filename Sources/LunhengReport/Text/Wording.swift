import LunhengCore

/// The words of reports in the languages they can be had in.
enum Wording: Hashable, Sendable {
  case chinese, english

  /// English for "en" and its regional kinds, Traditional Chinese for all else.
  init(_ language: String) {
    self = language == "en" || language.hasPrefix("en-") ? .english : .chinese
  }

  private func pick(_ chinese: String, _ english: String) -> String {
    self == .chinese ? chinese : english
  }

  var documents: String { pick("文件數", "Documents") }
  var characters: String { pick("字數", "Characters") }
  /// Stands for the key of a row whose documents lack the field.
  var none: String { pick("（無）", "(none)") }
  var allDocuments: String { pick("全部文件", "All documents") }
  var coverage: String { pick("主題覆蓋", "Theme coverage") }
  var evidence: String { pick("證據", "Evidence") }
  var backToTable: String { pick("回到表格", "Back to the table") }
  var colourScale: String { pick("色階", "Colour scale") }
  var noHits: String { pick("沒有命中", "no matches") }

  var left: String { pick("上文", "Left") }
  var hit: String { pick("命中", "Match") }
  var right: String { pick("下文", "Right") }
  var file: String { pick("檔案", "File") }
  var page: String { pick("頁", "Page") }
  var line: String { pick("行", "Line") }
  var column: String { pick("列", "Column") }
  var bytes: String { pick("位元組", "Bytes") }
  var document: String { pick("文件", "Document") }
  var theme: String { pick("主題", "Theme") }
  var term: String { pick("詞條", "Term") }
  var status: String { pick("詞界", "Boundary") }

  func name(of measure: CoverageMeasure) -> String {
    switch measure {
    case .matches: pick("命中次數", "Matches")
    case .passages: pick("命中段落數", "Passages with matches")
    case .documents: pick("命中文件數", "Documents with matches")
    case .share: pick("佔各主題命中總數的比例", "Share of matches of all themes")
    case .documentShare: pick("命中文件的比例", "Share of documents with matches")
    case .density: pick("每千字命中次數", "Matches per 1,000 characters")
    }
  }

  func name(of grouping: CoverageGrouping) -> String {
    switch grouping {
    case .document: pick("文件", "Document")
    case .author: pick("作者", "Author")
    case .publication: pick("刊物", "Publication")
    case .month: pick("月份", "Month")
    case .year: pick("年份", "Year")
    }
  }

  func name(of status: BoundaryStatus) -> String {
    switch status {
    case .aligned: pick("對齊", "aligned")
    case .nested: pick("在長詞內", "nested")
    case .crossing: pick("跨詞界", "crossing")
    }
  }

  /// What a matrix shows, as a heading: measure and grouping.
  func heading(_ measure: CoverageMeasure, by grouping: CoverageGrouping) -> String {
    switch self {
    case .chinese: "\(name(of: measure))（按\(name(of: grouping))）"
    case .english: "\(name(of: measure)) by \(name(of: grouping).lowercased())"
    }
  }

  /// The heading with what it is about before it.
  func title(_ measure: CoverageMeasure, by grouping: CoverageGrouping) -> String {
    coverage + pick("：", ": ") + heading(measure, by: grouping)
  }

  /// How much text the matrix rests on.
  func extent(documents: Int, characters: Int) -> String {
    let number = NumberFormat.grouped(String(characters))
    let count = NumberFormat.grouped(String(documents))
    switch self {
    case .chinese: return "\(count) 份文件，共 \(number) 字"
    case .english:
      return "\(count) \(documents == 1 ? "document" : "documents"), \(number) characters"
    }
  }

  /// The three counts of a cell in a sentence.
  func counts(of cell: CoverageMatrix.Cell) -> String {
    func plural(_ count: Int, _ one: String, _ many: String) -> String {
      "\(count) \(count == 1 ? one : many)"
    }
    switch self {
    case .chinese:
      return "命中 \(cell.matches) 次，見於 \(cell.passages) 段、\(cell.documents) 份文件"
    case .english:
      return plural(cell.matches, "match", "matches") + " in "
        + plural(cell.passages, "passage", "passages") + ", "
        + plural(cell.documents, "document", "documents")
    }
  }

  var clauseSeparator: String { pick("；", "; ") }

  /// How many of the passages are shown, where that is not all of them.
  func selection(_ shown: Int, of all: Int) -> String {
    pick("列出 \(all) 段中的 \(shown) 段", "\(shown) of \(all) passages")
  }

  func page(_ number: Int) -> String { pick("第 \(number) 頁", "page \(number)") }
}
