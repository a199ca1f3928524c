/// What shows in the phrases of terms.
extension CodebookLinter {
  /// Phrases that stand in a theme twice, or in two themes.
  func repeatedFindings(_ counts: CodebookCounts?) -> [LintFinding] {
    var findings: [LintFinding] = []
    for (index, wording) in wordings.enumerated() {
      let earlier = alike[wording.folded]!.prefix { $0 < index }.map { wordings[$0] }
      let own = earlier.filter { $0.place.theme == wording.place.theme }
      if let first = own.first {
        findings.append(
          finding(
            .duplicateTerm, .warning, at: wording.place, others: [first.text],
            count: counts?[wording.place].hits,
            opening(wording)
              + (first.text == wording.text
                ? "stands in the theme twice; take one out"
                : "folds like \(first.text); one of them is enough")))
      }
      var themes: [Int] = []
      for other in earlier where other.place.theme != wording.place.theme {
        if !themes.contains(other.place.theme) { themes.append(other.place.theme) }
      }
      if !themes.isEmpty, own.isEmpty {
        let names = themes.map { codebook.themes[$0].id }
        findings.append(
          finding(
            .sharedTerm, .note, at: wording.place, others: names,
            count: counts?[wording.place].hits,
            opening(wording) + "also a term of \(LintFinding.list(names)); its hits count in each"))
      }
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
    var findings: [LintFinding] = []
    for (index, key) in keys.enumerated() {
      guard let longer = around[index] else { continue }
      for wording in alike[key]!.map({ wordings[$0] }) {
        var others: [MatchAudit.Place] = []
        for other in longer.sorted().map({ wordings[$0].place })
        where other.theme != wording.place.theme && !others.contains(other) {
          others.append(other)
        }
        if !others.isEmpty { findings.append(nested(wording, in: others, counts)) }
      }
    }
    return findings
  }

  private func nested(
    _ wording: Wording, in others: [MatchAudit.Place], _ counts: CodebookCounts?
  ) -> LintFinding {
    func root(_ theme: Int) -> Int { codebook.lineage(of: theme).last! }
    let hiding = others.filter {
      switch codebook.overlap {
      case .codebook: true
      case .theme: root($0.theme) == root(wording.place.theme)
      case .all: false
      }
    }
    let names = others.map(name)
    let policy = "under overlap \(codebook.overlap.rawValue)"
    var message = "\(opening(wording))part of "
    let count: Int?
    if hiding.isEmpty {
      count = counts.map { counts in others.reduce(0) { $0 + counts[$1].hits } }
      message += "\(LintFinding.list(names)); both count \(policy)"
    } else {
      count = counts.map { counts in
        hiding.reduce(0) { $0 + (counts[wording.place].hiders[$1] ?? 0) }
      }
      message += "\(LintFinding.list(hiding.map(name))), which wins \(policy)"
    }
    if let count { message += ": \(LintFinding.counted(count, "time"))" }
    return finding(
      .nestedTerm, .note, at: wording.place, others: names, count: count, message)
  }
}
