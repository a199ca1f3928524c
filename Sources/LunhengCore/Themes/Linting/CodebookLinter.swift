/// Looks a codebook over for terms that do nothing, do double work, miss wordings or are likely to find
/// what they do not mean; with counts of texts also for what they do there.
///
/// ```swift
/// let linter = CodebookLinter(codebook)
/// linter.findings()                                    // what shows in the codebook alone
/// linter.findings(counts: counts, variants: variants)  // and in texts
/// ```
public struct CodebookLinter: Sendable {
  public let codebook: Codebook
  /// The phrases that are terms, or alternatives of terms, by theme and term.
  let wordings: [Wording]
  /// Indices in `wordings` by folded units.
  let alike: [[UInt16]: [Int]]
  /// What regional wordings themes lack.
  let missing: [MissingVariant]

  struct Wording: Hashable, Sendable {
    var place: MatchAudit.Place
    var text: String
    var folded: [UInt16]
    var isExact: Bool
  }

  /// Complexity: O(length of all terms × log of their number).
  public init(_ codebook: Codebook) {
    self.codebook = codebook
    var wordings: [Wording] = []
    for (theme, content) in codebook.themes.enumerated() {
      for (term, content) in content.terms.enumerated() {
        let place = MatchAudit.Place(theme: theme, term: term)
        for (text, isExact) in content.rule.wordings {
          let folded = FoldedText(Array(text.utf16)).units
          wordings.append(Wording(place: place, text: text, folded: folded, isExact: isExact))
        }
      }
    }
    self.wordings = wordings
    alike = Dictionary(grouping: wordings.indices) { wordings[$0].folded }
    missing = MissingVariant.find(in: wordings)
  }

  /// The phrases whose occurrences `findings` wants to know: regional wordings that themes lack.
  public var variants: [String] { missing.map(\.text) }

  /// Findings in the order of the codebook.
  ///
  /// - Parameters:
  ///   - counts: of texts; nil if there are none.
  ///   - variants: how often each of `self.variants` occurs, and in how many documents.
  /// - Complexity: O(terms + pairs of terms that lie in one another).
  public func findings(
    counts: CodebookCounts? = nil, variants: [(hits: Int, documents: Int)]? = nil
  ) -> [LintFinding] {
    var findings = exampleFindings() + repeatedFindings(counts) + shortFindings()
    findings += nestedFindings(counts) + variantFindings(variants) + foldFindings(counts)
    if let counts { findings += useFindings(counts) }
    let order = Dictionary(
      uniqueKeysWithValues: LintFinding.Code.allCases.enumerated().map { ($0.element, $0.offset) })
    return findings.enumerated().sorted { left, right in
      (left.element.theme, left.element.term ?? -1, order[left.element.code]!, left.offset)
        < (right.element.theme, right.element.term ?? -1, order[right.element.code]!, right.offset)
    }.map(\.element)
  }

  func finding(
    _ code: LintFinding.Code, _ severity: LintFinding.Severity, at place: MatchAudit.Place,
    others: [String] = [], count: Int? = nil, _ message: String
  ) -> LintFinding {
    LintFinding(
      code: code, severity: severity, theme: place.theme, term: place.term, others: others,
      count: count, message: message)
  }

  /// "國際金融中心 (國際金融)"
  func name(_ place: MatchAudit.Place) -> String {
    let theme = codebook.themes[place.theme]
    return "\(theme.terms[place.term].text) (\(theme.id))"
  }

  /// What a sentence about a phrase starts with: the phrase, where the term is called otherwise.
  func opening(_ wording: Wording) -> String {
    let term = codebook.themes[wording.place.theme].terms[wording.place.term].text
    return term == wording.text ? "" : "\(wording.text): "
  }

  private func exampleFindings() -> [LintFinding] {
    // Those of a theme hold its subthemes too, and the other way round.
    let lineages = codebook.themes.indices.map { codebook.lineage(of: $0) }
    func hasExamples(_ theme: Int) -> Bool { !codebook.themes[theme].examples.isEmpty }
    let aroundExamples = Set(lineages.filter { hasExamples($0[0]) }.joined())
    let themes = codebook.themes.indices.filter { theme in
      !aroundExamples.contains(theme) && !lineages[theme].contains(where: hasExamples)
    }
    return themes.map {
      LintFinding(
        code: .noExamples, severity: .note, theme: $0, term: nil, others: [],
        message: "has no examples; `lunheng themes test` has nothing to hold it against")
    }
  }
}
