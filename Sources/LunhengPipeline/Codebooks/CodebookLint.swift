import LunhengConfiguration
import LunhengCore

/// Looks a codebook over, alone or with texts.
public struct CodebookLint: Sendable {
  private let linter: CodebookLinter
  private let places: CodebookPlaces?

  /// - Parameter places: where the codebook's themes and terms stand in its file.
  public init(codebook: Codebook, places: CodebookPlaces? = nil) {
    linter = CodebookLinter(codebook)
    self.places = places
  }

  /// What was found, and what every term does.
  public struct Report: Sendable {
    public var findings: [Finding]
    /// In the order of the codebook; without counts if there were no texts.
    public var terms: [TermRow]
    /// Documents that were searched; nil if there were no texts.
    public var documents: Int?
  }

  public struct Finding: Hashable, Sendable {
    public var finding: LintFinding
    /// The ids of the theme and of what output calls the term.
    public var theme: String
    public var term: String?
    public var place: DiagnosticLocation?
    /// Of the term, where texts were searched.
    public var counts: TermCounts?
  }

  public struct TermRow: Hashable, Sendable {
    public var theme: String
    public var term: String
    public var weight: Double
    public var counts: TermCounts
  }

  /// What the codebook alone shows.
  public func run() -> Report {
    Report(findings: linter.findings().map { located($0, counts: nil) }, terms: rows(nil))
  }

  /// What it does in texts: one pass over them.
  ///
  /// - Parameter report: gets what was wrong with the texts.
  /// - Complexity: O(text).
  /// - Throws: `StoreError`, `IngestError`, `ICUError` or `PatternError`.
  public func run(
    on source: TextSource, segmenter: Segmenter, _ context: RunContext,
    report: (Diagnostic) -> Void
  ) throws -> Report {
    let matcher = ThemeMatcher(linter.codebook)
    let variants = Self.matcher(of: linter.variants)
    var counts = CodebookCounts()
    var variantCounts = CodebookCounts()
    var documents = 0
    try source.forEach(
      context, order: .stored, report: report,
      makeWorker: {
        Worker(
          segmenter: try segmenter.makeWorker(), matcher: try matcher.makeWorker(),
          variants: try variants.makeWorker())
      },
      body: { worker, text in
        var tokens: [[Token]]?
        let audit = worker.matcher.audit(in: text.blocks) {
          let found = text.tokens(&worker.segmenter)
          tokens = found
          return found
        }
        let variants = worker.variants.audit(in: text.blocks) {
          tokens ?? text.tokens(&worker.segmenter)
        }
        return (
          CodebookCounts(audit), CodebookCounts(variants),
          worker.matcher.faults.map { $0.diagnostic(document: text.document.key) }
        )
      },
      collect: { found, foundVariants, problems in
        problems.forEach(report)
        counts.add(found)
        variantCounts.add(foundVariants)
        documents += 1
      })
    let findings = linter.findings(
      counts: counts,
      variants: linter.variants.indices.map {
        let counts = variantCounts[0, $0]
        return (counts.hits, counts.documents)
      })
    return Report(
      findings: findings.map { located($0, counts: counts) }, terms: rows(counts),
      documents: documents)
  }

  private struct Worker: ~Copyable {
    var segmenter: SegmenterWorker
    var matcher: ThemeMatcherWorker
    var variants: ThemeMatcherWorker
  }

  /// Counts each phrase by itself, where it is words: 建商 is not in 興建商場.
  private static func matcher(of phrases: [String]) -> ThemeMatcher {
    ThemeMatcher(
      Codebook(
        id: "variants", name: LocalizedName([:]), overlap: .all,
        themes: [
          Theme(
            id: "variants", name: LocalizedName([:]),
            terms: phrases.map { Term(.phrase($0), statuses: [.aligned]) })
        ]))
  }

  private func located(_ finding: LintFinding, counts: CodebookCounts?) -> Finding {
    let theme = linter.codebook.themes[finding.theme]
    return Finding(
      finding: finding, theme: theme.id, term: finding.term.map { theme.terms[$0].text },
      place: places?[finding.theme, finding.term],
      counts: finding.term.flatMap { term in counts.map { $0[finding.theme, term] } })
  }

  private func rows(_ counts: CodebookCounts?) -> [TermRow] {
    linter.codebook.themes.enumerated().flatMap { theme, content in
      content.terms.enumerated().map { term, content in
        TermRow(
          theme: linter.codebook.themes[theme].id, term: content.text, weight: content.weight,
          counts: counts?[theme, term] ?? TermCounts())
      }
    }
  }
}
