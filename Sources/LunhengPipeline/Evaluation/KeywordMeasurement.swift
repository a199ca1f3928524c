import LunhengCore
import LunhengIngest
import LunhengReport

/// Measures keywords against those that people gave documents.
public struct KeywordMeasurement: Sendable {
  private let finder: KeywordFinder
  private let field: String
  private let cutoffs: [Int]
  private let errors: Int

  /// - Parameters:
  ///   - field: that lists each document's keywords.
  ///   - cutoffs: how many keywords of each document to look at, each a row of the report.
  ///   - errors: how many documents to show of which keywords were missed, the first of the file.
  public init(
    _ extractor: KeywordExtractor, segmenter: Segmenter, field: String, cutoffs: [Int],
    errors: Int = 0
  ) {
    finder = KeywordFinder(extractor, segmenter: segmenter)
    self.field = field
    self.cutoffs = cutoffs
    self.errors = errors
  }

  private struct Finding: Sendable {
    var id: String
    var line: Int
    var given: [String]
    var found: [String] = []
    var texts: [[UInt16]] = []
  }

  /// Finds the keywords of every document and compares.
  ///
  /// - Parameter path: a file of NDJSON, or "-" for standard input.
  /// - Throws: `IngestError`, `ICUError`, or `PipelineError.noLabels` if no document has keywords.
  public func run(
    _ path: String, threads: Int, report: (Diagnostic) -> Void
  ) throws -> KeywordReport {
    var evaluation = KeywordEvaluation(cutoffs: cutoffs)
    var missed: [KeywordReport.Document] = []
    var unlabelled = UnlabelledRecords()
    let reader = DocumentReader()
    let limit = cutoffs.max() ?? 0
    try RecordFilter(path: path, threads: threads, field: field).run(
      report: report, makeWorker: { try finder.makeWorker() },
      body: { worker, record in
        var finding = Finding(id: record.id, line: record.line, given: record.list)
        if finding.given.isEmpty { return finding }
        let document = reader.document(from: record)
        let blocks = document.blocks.enumerated().filter(\.element.role.isContent).map {
          KeywordFinder.Block(ordinal: $0.offset, role: $0.element.role, units: $0.element.units)
        }
        let title = document.metadata.title?.value
        finding.found = worker.keywords(
          of: blocks, title: title, authors: record.authors, limit: limit
        ).map(\.term)
        finding.texts = blocks.map(\.units) + [Array((title ?? "").utf16)]
        return finding
      },
      collect: { finding in
        guard !finding.given.isEmpty else {
          unlabelled.add(line: finding.line)
          return
        }
        evaluation.add(found: finding.found, given: finding.given, texts: finding.texts)
        let found = Set(finding.found.map(KeywordEvaluation.key))
        let lost = finding.given.filter { !found.contains(KeywordEvaluation.key($0)) }
        if !lost.isEmpty, missed.count < errors {
          missed.append(
            KeywordReport.Document(
              id: finding.id, line: finding.line, found: finding.found, missed: lost))
        }
      })
    try unlabelled.check(
      labelled: evaluation.documents, field: field, path: path, report: report)
    return KeywordReport(evaluation: evaluation, missed: missed)
  }
}
