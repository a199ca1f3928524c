/// What shows in texts.
extension CodebookLinter {
  /// Terms that never count, that count in one document only, or that often cut words.
  func useFindings(_ counts: CodebookCounts) -> [LintFinding] {
    var findings: [LintFinding] = []
    for (theme, content) in codebook.themes.enumerated() {
      for term in content.terms.indices {
        let place = MatchAudit.Place(theme: theme, term: term)
        let counts = counts[place]
        if counts.hits == 0 {
          findings.append(idle(place, counts))
          continue
        }
        if counts.documents == 1 {
          findings.append(
            finding(
              .oneDocumentTerm, .note, at: place, count: counts.hits,
              "\(LintFinding.counted(counts.hits, "hit")), all in one document"))
        }
        if counts.hits >= Self.leastHits, let risk = counts.risk, risk >= Self.greatRisk {
          let cut = counts.nested + counts.crossing
          findings.append(
            finding(
              .riskyTerm, .warning, at: place, count: cut,
              "\(cut) of \(counts.hits) hits cut words (\(counts.nested) nested, \(counts.crossing) "
                + "crossing); look at them, then use `unless` or `status`"))
        }
      }
    }
    return findings
  }

  /// From how many hits on, and from which share of hits that cut words, a term is risky.
  private static let leastHits = 5
  private static let greatRisk = 0.2

  /// Says why a term never counts.
  private func idle(_ place: MatchAudit.Place, _ counts: TermCounts) -> LintFinding {
    if counts.dropped == 0 {
      return finding(.deadTerm, .warning, at: place, count: 0, "does not occur in these texts")
    }
    let hiders = counts.hiders.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let names = LintNames(hiders) { name($0.key) }
    let excluded = counts.excluded + counts.conditioned + counts.unwantedStatus
    let reasons: [(Int, String)] = [
      (counts.hidden, "hidden by \(names.told)"),
      (counts.excluded, "taken by an exclusion"),
      (counts.conditioned, "taken by `unless` or `not`"),
      (counts.unwantedStatus, "not among words as `status` asks"),
      (counts.refusedFolds, "other words that only fold alike"),
    ]
    let told = reasons.filter { $0.0 > 0 }
    let occurrences = LintFinding.counted(counts.dropped, "occurrence")
    let parts =
      told.count == 1
      ? told[0].1 : told.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let code: LintFinding.Code =
      counts.hidden > 0 && counts.hidden >= excluded
      ? .shadowedTerm : excluded > 0 ? .excludedTerm : .deadTerm
    return finding(
      code, .warning, at: place, others: code == .shadowedTerm ? names.listed : [],
      count: counts.dropped, "never counts: \(occurrences), \(parts)")
  }

  /// Terms with characters that folding takes for several. Most phrases have such a character; without
  /// texts only those that have no other are told.
  func foldFindings(_ counts: CodebookCounts?) -> [LintFinding] {
    var findings: [LintFinding] = []
    var known: Set<MatchAudit.Place> = []
    for wording in wordings where !known.contains(wording.place) {
      let ambiguous = Array(wording.text.utf16).filter { unit in
        FoldedText([unit]).units.contains { FoldTable.standard.isAmbiguous($0) }
      }
      if ambiguous.isEmpty { continue }
      known.insert(wording.place)
      let characters = String(decoding: ambiguous, as: UTF16.self)
      guard let counts = counts?[wording.place] else {
        if ambiguous.count < wording.text.utf16.count { continue }
        findings.append(
          finding(
            .ambiguousFold, .note, at: wording.place,
            opening(wording) + "in one of the scripts all its characters are other words' too"))
        continue
      }
      if counts.throughFolds + counts.refusedFolds == 0 { continue }
      findings.append(
        finding(
          .ambiguousFold, counts.throughFolds > 0 ? .warning : .note, at: wording.place,
          count: counts.throughFolds + counts.refusedFolds,
          opening(wording)
            + "\(characters): \(LintFinding.counted(counts.throughFolds, "hit")) through another "
            + "character; refused: \(counts.crossingFolds) across words, "
            + "\(counts.otherWords) other words"
        ))
    }
    return findings
  }
}
