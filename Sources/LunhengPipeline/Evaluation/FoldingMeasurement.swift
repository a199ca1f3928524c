import LunhengCore
import LunhengIngest
import LunhengReport

/// Measures whether terms are found in other spellings of theirs, and not in other words.
///
/// The gold standard is UTF-8 text with a contrast a line: term, text, "hit" or "none", and, if wanted, why,
/// divided by tabs. Blank lines and lines that start with # are none,
/// nor is a header, "term" and "text" being its first names.
public struct FoldingMeasurement: Sendable {
  private let segmenter: Segmenter

  public init(segmenter: Segmenter) { self.segmenter = segmenter }

  private struct Contrast: Sendable {
    var line: Int
    var fields: [String]
    var isHit: Bool
  }

  /// Codes the text of each contrast with a codebook of its term and nothing else.
  ///
  /// - Parameter path: a file, or "-" for standard input.
  /// - Throws: `IngestError`, `ICUError` or `PipelineError`.
  public func run(
    _ path: String, threads: Int, report: (Diagnostic) -> Void
  ) throws -> FoldingReport {
    let contrasts = try contrasts(path, report: report)
    let found = try parallelMap(
      contrasts, threads: threads, makeWorker: { try segmenter.makeWorker() },
      body: { worker, contrast in
        Result { try Self.finds(contrast.fields[0], in: contrast.fields[1], &worker) }
      })
    return FoldingReport(
      path: path,
      lines: try zip(contrasts, found).map { contrast, found in
        FoldingReport.Line(
          number: contrast.line, term: contrast.fields[0], text: contrast.fields[1],
          reason: contrast.fields.count > 3 ? contrast.fields[3] : nil, expected: contrast.isHit,
          found: try found.get())
      })
  }

  private static func finds(
    _ term: String, in text: String, _ segmenter: inout SegmenterWorker
  ) throws -> Bool {
    let codebook = Codebook(
      id: "contrast", name: LocalizedName([:]),
      themes: [Theme(id: "contrast", name: LocalizedName([:]), terms: [Term(term)])])
    let units = Array(text.utf16)
    var matcher = try ThemeMatcher(codebook).makeWorker()
    let matches = matcher.matches(in: [units]) { segmenter.tokens(of: [units]) }
    return !matches[0].isEmpty
  }

  private func contrasts(_ path: String, report: (Diagnostic) -> Void) throws -> [Contrast] {
    var contrasts: [Contrast] = []
    for (index, content) in try GoldFile.lines(path).enumerated() {
      if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
      let fields = content.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      if index == 0, fields.prefix(2) == ["term", "text"] { continue }
      guard fields.count >= 3, !fields[0].isEmpty, ["hit", "none"].contains(fields[2]) else {
        report(PipelineError.badContrast(path: path, line: index + 1).diagnostic)
        continue
      }
      contrasts.append(Contrast(line: index + 1, fields: fields, isHit: fields[2] == "hit"))
    }
    guard !contrasts.isEmpty else { throw PipelineError.noContrasts(path: path) }
    return contrasts
  }
}
