/// Puts the hits of phrases and patterns in one document together as rules say.
struct RuleEvaluator {
  /// By leaf, in order.
  private(set) var leafHits: [[RuleHit]]
  let structure: DocumentStructure

  init(leafHits: consuming [[RuleHit]], structure: DocumentStructure) {
    self.leafHits = leafHits
    self.structure = structure
  }

  /// Gives the hits back, so that whoever lent them need not copy what it changes.
  mutating func release() -> [[RuleHit]] {
    defer { leafHits = [] }
    return leafHits
  }

  /// The hits of `rule` in order, none twice.
  func hits(of rule: CompiledRule) -> [RuleHit] {
    var hits: [RuleHit]
    switch rule.kind {
    case .leaf(let leaf):
      hits = leafHits[leaf]
    case .any(let rules):
      hits = Set(rules.flatMap { self.hits(of: $0) }).sorted().keepingLeftmostLongest()
    case .all(let rules, let scope):
      hits = self.hits(of: rules[0])
      for other in rules.dropFirst() where !hits.isEmpty {
        hits = keep(hits, whereOneOf: self.hits(of: other), isIn: scope)
      }
    case .near(let rules, let distance, let isOrdered):
      hits = near(rules, within: distance, isOrdered: isOrdered)
    }
    if hits.isEmpty { return [] }
    if !rule.unless.isEmpty {
      let stretches = HitIndex(rule.unless.flatMap { self.hits(of: $0) })
      hits.removeAll { stretches.overrides($0) }
    }
    for other in rule.absent where !hits.isEmpty {
      hits = keep(hits, whereOneOf: self.hits(of: other), isIn: rule.absenceScope, negated: true)
    }
    return hits
  }

  /// The hits whose sentence, paragraph or document has one of `others`, or has none.
  private func keep(
    _ hits: [RuleHit], whereOneOf others: [RuleHit], isIn scope: TextScope, negated: Bool = false
  ) -> [RuleHit] {
    let places = Set(others.map { structure.place(of: $0, in: scope) })
    return hits.filter { places.contains(structure.place(of: $0, in: scope)) != negated }
  }

  // MARK: Proximity

  /// A hit of one of the members, and for each set of members the latest start of a chain of neighbours
  /// that ends with the hit and has one hit of each.
  private struct Link {
    let hit: RuleHit
    let member: Int
    var starts: [Int32]
  }

  /// The stretches from one member to the last: for each end the one that starts latest, and of those the
  /// shortest and leftmost.
  ///
  /// Complexity: O(hits × hits within the distance × 2^members).
  private func near(
    _ rules: [CompiledRule], within distance: Distance, isOrdered: Bool
  ) -> [RuleHit] {
    let parts = rules.enumerated().flatMap { member, rule in
      hits(of: rule).map { (hit: $0, member: member) }
    }.sorted { ($0.hit, $0.member) < ($1.hit, $1.member) }
    let longest = parts.reduce(0) { max($0, structure.characters(of: $1.hit)) }
    let everyone = 1 << rules.count - 1
    var links: [Link] = []
    var found: [RuleHit] = []
    for (hit, member) in parts {
      let own = 1 << member
      var link = Link(
        hit: hit, member: member, starts: [Int32](repeating: -1, count: everyone + 1))
      if !isOrdered || member == 0 { link.starts[own] = hit.start }
      if links.last.map({ $0.hit.block != hit.block }) ?? false {
        links.removeAll(keepingCapacity: true)
      }
      for earlier in links.reversed() {
        let gap = structure.gap(from: earlier.hit, to: hit, in: distance)
        if gap > distance.limit + (distance.isCharacters ? longest : 0) { break }
        guard earlier.hit.end <= hit.start, gap <= distance.limit else { continue }
        for members in 1...everyone where members & own == 0 && earlier.starts[members] >= 0 {
          if isOrdered, members != own - 1 { continue }
          let start = earlier.starts[members]
          if case .sentences(let count) = distance,
            !structure.areWithin(count, sentencesFrom: start, to: hit)
          {
            continue
          }
          link.starts[members | own] = max(link.starts[members | own], start)
        }
      }
      if link.starts[everyone] >= 0 {
        found.append(RuleHit(block: hit.block, start: link.starts[everyone], end: hit.end))
      }
      links.append(link)
    }
    return found.sorted().keepingShortestLeftmost()
  }
}

extension Distance {
  fileprivate var isCharacters: Bool { if case .characters = self { true } else { false } }

  /// What `DocumentStructure.gap` may be at most.
  fileprivate var limit: Int {
    switch self {
    case .characters(let count): count
    case .sentences(let count): count - 1
    }
  }
}
