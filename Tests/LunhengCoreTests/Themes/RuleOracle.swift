@testable import LunhengCore

/// Codes texts by nested loops over every place, to hold the theme matcher against. Texts consist of
/// ideographs and 。, phrases are not folded.
struct RuleOracle {
  let blocks: [[UInt16]]

  func hits(of rule: CodingRule) -> [RuleHit] {
    var hits: [RuleHit] = []
    switch rule.kind {
    case .phrase(let text, _): hits = occurrences(of: Array(text.utf16))
    case .pattern: fatalError("the oracle has no patterns")
    case .any(let rules):
      hits = leftmostLongest(rules.flatMap { self.hits(of: $0) })
    case .all(let rules, let scope):
      hits = self.hits(of: rules[0]).filter { hit in
        rules.dropFirst().allSatisfy { rule in
          self.hits(of: rule).contains { share(scope, $0, hit) }
        }
      }
    case .near(let rules, let distance, let isOrdered):
      hits = near(rules, distance, isOrdered)
    }
    let unless = rule.unless.flatMap { self.hits(of: $0) }
    let absent = (rule.absence?.rules ?? []).flatMap { self.hits(of: $0) }
    return Set(hits).filter { hit in
      !unless.contains { overrides($0, hit) }
        && !absent.contains { share(rule.absence!.scope, $0, hit) }
    }.sorted()
  }

  func matches(_ codebook: Codebook) -> [[ThemeMatch]] {
    struct Found {
      var hit: RuleHit
      var match: ThemeMatch
      var competes: Bool
      var arena: Int
    }
    var found: [Found] = []
    for (index, theme) in codebook.themes.enumerated() {
      let lineage = codebook.lineage(of: index)
      let exclusions =
        codebook.exclusions + lineage.flatMap { codebook.themes[$0].exclusions }
      let excluded = exclusions.flatMap { hits(of: $0) }
      for (term, content) in theme.terms.enumerated() {
        var competes = true
        if case .near = content.rule.kind { competes = false }
        for hit in hits(of: content.rule) where !excluded.contains(where: { overrides($0, hit) }) {
          found.append(
            Found(
              hit: hit, match: ThemeMatch(theme: index, term: term, range: hit.range),
              competes: competes, arena: codebook.overlap == .codebook ? 0 : lineage.last!))
        }
      }
    }
    var kept = found
    if codebook.overlap != .all {
      kept = []
      for arena in Set(found.map(\.arena)) {
        let rivals = found.filter { $0.arena == arena && $0.competes }
        let winners = leftmostLongest(rivals.map(\.hit))
        kept += rivals.filter { winners.contains($0.hit) }
      }
      kept += found.filter { !$0.competes }
    }
    return blocks.indices.map { block in
      kept.filter { $0.hit.block == block }
        .sorted {
          ($0.hit, $0.match.theme, $0.match.term) < ($1.hit, $1.match.theme, $1.match.term)
        }
        .map(\.match)
    }
  }

  private func occurrences(of phrase: [UInt16]) -> [RuleHit] {
    blocks.enumerated().flatMap { block, units in
      units.indices.filter { units[$0...].starts(with: phrase) }.map {
        RuleHit(block: Int32(block), start: Int32($0), end: Int32($0 + phrase.count))
      }
    }
  }

  private func sentence(_ hit: RuleHit) -> Int {
    let units = blocks[Int(hit.block)]
    let stop = "。".utf16.first!
    return (0..<Int(hit.start)).count {
      units[$0] == stop && units[$0 + 1] != stop
    }
  }

  private func share(_ scope: TextScope, _ left: RuleHit, _ right: RuleHit) -> Bool {
    switch scope {
    case .document: true
    case .paragraph: left.block == right.block
    case .sentence: left.block == right.block && sentence(left) == sentence(right)
    }
  }

  /// Every chain of one hit a member, in every order.
  private func near(
    _ rules: [CodingRule], _ distance: Distance, _ isOrdered: Bool
  ) -> [RuleHit] {
    let members = rules.map { hits(of: $0) }
    var spans: Set<RuleHit> = []
    func extend(_ chain: [RuleHit], _ used: [Int]) {
      if used.count == rules.count {
        let span = RuleHit(
          block: chain[0].block, start: chain[0].start, end: chain.last!.end)
        if case .sentences(let count) = distance,
          sentence(chain.last!) - sentence(chain[0]) >= count
        {
          return
        }
        spans.insert(span)
        return
      }
      for member in members.indices where !used.contains(member) {
        if isOrdered, member != used.count { continue }
        for hit in members[member] {
          if let last = chain.last {
            guard last.block == hit.block, last.end <= hit.start else { continue }
            if case .characters(let limit) = distance, hit.start - last.end > limit { continue }
          }
          extend(chain + [hit], used + [member])
        }
      }
    }
    extend([], [])
    let shortest = spans.filter { span in
      !spans.contains {
        $0 != span && $0.block == span.block && span.start <= $0.start && $0.end <= span.end
      }
    }
    var kept: [RuleHit] = []
    for span in shortest.sorted() {
      if let last = kept.last, last.block == span.block, span.start < last.end { continue }
      kept.append(span)
    }
    return kept
  }

  private func overrides(_ other: RuleHit, _ hit: RuleHit) -> Bool {
    guard other.block == hit.block, other.start < hit.end, hit.start < other.end else {
      return false
    }
    let isLonger = hit.start <= other.start && other.end <= hit.end && hit != other
    return !isLonger
  }

  /// Walks the text: at each place takes the longest, and goes on behind it.
  private func leftmostLongest(_ hits: [RuleHit]) -> [RuleHit] {
    var kept: [RuleHit] = []
    for (block, units) in blocks.enumerated() {
      var start = 0
      while start < units.count {
        let here = hits.filter { $0.block == block && $0.start == start }
        if let longest = here.max(by: { $0.end < $1.end }) {
          kept.append(longest)
          start = Int(longest.end)
        } else {
          start += 1
        }
      }
    }
    return kept
  }
}
