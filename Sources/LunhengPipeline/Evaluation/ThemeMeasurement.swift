import LunhengCore
import LunhengIngest
import LunhengReport

/// Measures a codebook against documents that people gave a theme each.
public struct ThemeMeasurement: Sendable {
  private let coder: TextCoder
  private let field: String
  private let abstentions: Set<String>
  private let showsYears: Bool
  private let errors: Int?

  /// Hits that are named for each theme of a wrong document.
  private static let mostHits = 8

  /// - Parameters:
  ///   - field: that labels the documents.
  ///   - abstentions: labels of documents that should be given no theme.
  ///   - showsYears: whether accuracy is to be shown by year.
  ///   - errors: how many wrong documents to show, the first of the file; nil for no list.
  public init(
    codebook: Codebook, segmenter: Segmenter, field: String = "label", abstentions: [String] = [],
    showsYears: Bool = false, errors: Int? = nil
  ) {
    coder = TextCoder(codebook, segmenter: segmenter)
    self.field = field
    self.abstentions = Set(abstentions)
    self.showsYears = showsYears
    self.errors = errors
  }

  private enum Outcome: Sendable {
    case unlabelled(line: Int)
    case found(Finding)
  }

  private struct Finding: Sendable {
    var label: String
    var expected: String?
    var given: String?
    var year: Int?
    /// Nil unless the document is wrong.
    var wrong: ThemeReport.WrongDocument?
    var diagnostics: [Diagnostic]
  }

  /// Codes every document and compares.
  ///
  /// - Parameter path: a file of NDJSON, or "-" for standard input.
  /// - Throws: `IngestError`, `ICUError`, `PatternError`, or `PipelineError.noLabels` if no document has
  ///   a label.
  public func run(
    _ path: String, threads: Int, report: (Diagnostic) -> Void
  ) throws -> ThemeReport {
    var evaluation = ThemeEvaluation()
    var wrong: [ThemeReport.WrongDocument] = []
    var unknown: Set<String> = []
    var unlabelled = UnlabelledRecords()
    let labels = labels
    let reader = DocumentReader()
    try RecordFilter(path: path, threads: threads, field: field).run(
      report: report, makeWorker: { try coder.makeWorker() },
      body: { worker, record -> Outcome in
        guard let label = record.field, !label.isEmpty else {
          return .unlabelled(line: record.line)
        }
        let blocks = reader.document(from: record).blocks.filter(\.role.isContent).map(\.units)
        let coded = worker.code(blocks, authors: record.authors)
        let diagnostics = worker.faults.map { $0.diagnostic(document: record.id) }
        return .found(
          finding(of: record, label, coded, themes: labels, diagnostics: diagnostics))
      },
      collect: { found in
        switch found {
        case .unlabelled(let line): unlabelled.add(line: line)
        case .found(let finding):
          finding.diagnostics.forEach(report)
          let label = finding.label
          if labels[label] == nil, !abstentions.contains(label), unknown.insert(label).inserted {
            report(PipelineError.unknownLabel(label).diagnostic)
          }
          evaluation.add(
            label: label, expected: finding.expected, given: finding.given, year: finding.year)
          if let document = finding.wrong, wrong.count < errors ?? 0 { wrong.append(document) }
        }
      })
    try unlabelled.check(
      labelled: evaluation.total.documents, field: field, path: path, report: report)
    return ThemeReport(
      evaluation: evaluation, showsYears: showsYears, wrong: errors.map { _ in wrong })
  }

  /// What labels stand for: whole themes, by ids and names; a subtheme's for the theme it is a part of.
  private var labels: [String: Int] {
    let codebook = coder.codebook
    var labels: [String: Int] = [:]
    for (index, theme) in codebook.themes.enumerated() {
      for name in theme.name.byLanguage.values where labels[name] == nil { labels[name] = index }
    }
    for (index, theme) in codebook.themes.enumerated() { labels[theme.id] = index }
    return labels.mapValues { codebook.lineage(of: $0).last! }
  }

  private func id(_ theme: Int) -> String { coder.codebook.themes[theme].id }

  private func finding(
    of record: Record, _ label: String, _ coded: CodedText, themes: [String: Int],
    diagnostics: [Diagnostic]
  ) -> Finding {
    let answer = ThemeAnswer(coded.scores, in: coder.codebook)
    let theme = themes[label]
    let expected = abstentions.contains(label) ? nil : theme.map { id($0) } ?? label
    let given = coded.isAboutSomething ? answer.candidates.first.map { id($0.theme) } : nil
    var finding = Finding(
      label: label, expected: expected, given: given, year: record.date?.year,
      diagnostics: diagnostics)
    guard expected != given, errors != nil else { return finding }
    func found(_ theme: Int, _ score: Double) -> FoundTheme {
      FoundTheme(
        theme: id(theme), score: score,
        hits: coded.hits(of: Set(coder.codebook.subtree(of: theme)), limit: Self.mostHits))
    }
    let best = answer.candidates.prefix(2)
    var missed: FoundTheme?
    if let theme, expected != nil, !best.contains(where: { $0.theme == theme }) {
      missed = found(theme, answer.candidates.first { $0.theme == theme }?.score ?? 0)
    }
    finding.wrong = ThemeReport.WrongDocument(
      id: record.id, line: record.line, label: label,
      found: best.map { found($0.theme, $0.score) }, expected: missed, isAnswered: given != nil)
    return finding
  }
}
