import LunhengCore
import LunhengReport

/// Codes the examples that a codebook holds, and tells which of them do not come out as expected.
public struct CodebookTest: Sendable {
  private let coder: TextCoder

  /// Themes, and hits of each, that are shown of what was found.
  private static let mostThemes = 5
  private static let mostHits = 8

  public init(codebook: Codebook, segmenter: Segmenter) {
    coder = TextCoder(codebook, segmenter: segmenter)
  }

  private struct Case: Sendable {
    var theme: Int
    var example: ThemeExample
  }

  /// - Throws: `ICUError` or `PatternError`.
  public func run(threads: Int) throws -> CodebookTestReport {
    let cases = coder.codebook.themes.enumerated().flatMap { theme, content in
      content.examples.map { Case(theme: theme, example: $0) }
    }
    let failures = try parallelMap(
      cases, threads: threads, makeWorker: { try coder.makeWorker() },
      body: { worker, test in
        let coded = worker.code(test.example.text)
        return isMet(test, by: coded) ? nil : failure(of: test, coded)
      })
    return CodebookTestReport(examples: cases.count, failures: failures.compactMap { $0 })
  }

  private func isMet(_ test: Case, by coded: CodedText) -> Bool {
    let codebook = coder.codebook
    let themes = Set(codebook.subtree(of: test.theme))
    let hasHit = coded.matches.contains { $0.contains { themes.contains($0.theme) } }
    return switch test.example.expectation {
    case .positive: hasHit
    case .negative: !hasHit
    case .leading: hasHit && coded.isAboutSomething && leads(test.theme, coded)
    }
  }

  /// Whether the theme comes first among its siblings, and so do those that it is a part of.
  private func leads(_ theme: Int, _ coded: CodedText) -> Bool {
    let codebook = coder.codebook
    return codebook.lineage(of: theme).allSatisfy { ancestor in
      let parent = codebook.themes[ancestor].parent
      let siblings = coded.scores.lazy.compactMap { score in
        codebook.lineage(of: score.theme).first { codebook.themes[$0].parent == parent }
      }
      return siblings.first == ancestor
    }
  }

  private func failure(of test: Case, _ coded: CodedText) -> CodebookTestReport.Failure {
    let themes = coder.codebook.themes
    return CodebookTestReport.Failure(
      theme: themes[test.theme].id, example: test.example,
      found: coded.scores.prefix(Self.mostThemes).map {
        FoundTheme(
          theme: themes[$0.theme].id, score: $0.score,
          hits: coded.hits(of: Set(coder.codebook.subtree(of: $0.theme)), limit: Self.mostHits))
      })
  }
}
