/// What shows in the phrases of terms.
extension CodebookLinter {
  /// Phrases that stand in a theme twice, or in two themes.
  func repeatedFindings(_ counts: CodebookCounts?) -> [LintFinding] {
    /// Where a phrase was seen before.
    struct Seen {
      /// By theme, the first wording.
      var first: [Int: Int] = [:]
      /// In order.
      var themes: [Int] = []
    }
    var seen: [[UInt16]: Seen] = [:]
    var findings: [LintFinding] = []
    for (index, wording) in wordings.enumerated() {
      let theme = wording.place.theme
      let same = seen[wording.folded]
      if let first = same?.first[theme].map({ wordings[$0] }) {
        findings.append(
          finding(
            .duplicateTerm, .warning, at: wording.place, others: [first.text],
            count: counts?[wording.place].hits,
            opening(wording)
              + (first.text == wording.text
                ? "stands in the theme twice; take one out"
                : "folds like \(first.text); one of them is enough")))
        continue
      }
      if let themes = same?.themes {
        let names = LintNames(themes) { codebook.themes[$0].id }
        findings.append(
          finding(
            .sharedTerm, .note, at: wording.place, others: names.listed,
            count: counts?[wording.place].hits,
            opening(wording) + "also a term of \(names.told); its hits count in each"))
      }
      seen[wording.folded, default: Seen()].first[theme] = index
      seen[wording.folded]!.themes.append(theme)
    }
    return findings
  }

  /// Phrases that are too short to mean one thing.
  func shortFindings() -> [LintFinding] {
    wordings.compactMap { wording in
      let units = wording.folded
      if units.count == 1, CharacterClass(units[0]) == .han {
        return finding(
          .shortTerm, .warning, at: wording.place,
          opening(wording) + "a single character, which is part of many words")
      }
      guard (1...2).contains(units.count), units.allSatisfy({ CharacterClass($0).isAlphanumeric })
      else { return nil }
      return finding(
        .shortTerm, wording.isExact ? .note : .warning, at: wording.place,
        opening(wording) + "so short that it may stand for other things"
          + (wording.isExact ? "" : "; `exact: true` at least keeps its case"))
    }
  }

  /// Phrases that are part of a phrase of another theme.
  func nestedFindings(_ counts: CodebookCounts?) -> [LintFinding] {
    let keys = alike.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let finder = PhraseMatcher(keys.map { wordings[alike[$0]![0]].text })
    /// By folded phrase, the wordings that it lies in.
    var around: [Int: Set<Int>] = [:]
    var hits: [PhraseMatcher.Hit] = []
    for (index, key) in keys.enumerated() {
      hits.removeAll(keepingCapacity: true)
      finder.findAll(in: Array(wordings[alike[key]![0]].text.utf16), into: &hits)
      for hit in hits where Int(hit.phrase) != index {
        around[Int(hit.phrase), default: []].formUnion(alike[key]!)
      }
    }
    let roots = codebook.themes.indices.map { codebook.lineage(of: $0).last! }
    var findings: [LintFinding] = []
    for (index, key) in keys.enumerated() {
      guard let longer = around[index]?.sorted() else { continue }
      for wording in alike[key]!.map({ wordings[$0] }) {
        var others: [MatchAudit.Place] = []
        // Those of a term are next to each other.
        for other in longer.map({ wordings[$0].place })
        where other.theme != wording.place.theme && others.last != other {
          others.append(other)
        }
        if !others.isEmpty { findings.append(nested(wording, in: others, roots, counts)) }
      }
    }
    return findings
  }

  private func nested(
    _ wording: Wording, in others: [MatchAudit.Place], _ roots: [Int], _ counts: CodebookCounts?
  ) -> LintFinding {
    let hiding = others.filter {
      switch codebook.overlap {
      case .codebook: true
      case .theme: roots[$0.theme] == roots[wording.place.theme]
      case .all: false
      }
    }
    let names = LintNames(others, name)
    let policy = "under overlap \(codebook.overlap.rawValue)"
    var message = "\(opening(wording))part of "
    let count: Int?
    if hiding.isEmpty {
      count = counts.map { counts in others.reduce(0) { $0 + counts[$1].hits } }
      message += "\(names.told); both count \(policy)"
    } else {
      count = counts.map { counts in
        let hiders = counts[wording.place].hiders
        return hiding.reduce(0) { $0 + (hiders[$1] ?? 0) }
      }
      message += "\(LintNames(hiding, name).told), which wins \(policy)"
    }
    if let count { message += ": \(LintFinding.counted(count, "time"))" }
    return finding(
      .nestedTerm, .note, at: wording.place, others: names.listed, count: count, message)
  }
}
