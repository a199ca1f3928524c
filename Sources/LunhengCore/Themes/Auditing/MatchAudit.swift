/// What became of all that a codebook's terms find in a document: the matches, and why the other
/// occurrences are none.
public struct MatchAudit: Sendable {
  /// Why an occurrence of a term is no match.
  public enum Reason: Hashable, Sendable {
    /// Only folding makes it the term: as printed it is another word.
    case otherWord
    /// Folding makes it the term, and the words of the text part within it.
    case crossingFold
    /// The `unless` or `not` of the term's rule.
    case condition
    /// An exclusion of the codebook or of a theme.
    case exclusion
    /// It does not lie among words as the term wants it.
    case status
    /// Longer terms, or ones further left, have the stretch.
    case hidden(by: [Place])
  }

  /// A term by theme and ordinal.
  public struct Place: Hashable, Comparable, Sendable {
    public var theme: Int
    public var term: Int

    public init(theme: Int, term: Int) {
      self.theme = theme
      self.term = term
    }

    public static func < (left: Self, right: Self) -> Bool {
      (left.theme, left.term) < (right.theme, right.term)
    }
  }

  public struct Dropped: Hashable, Sendable {
    public var place: Place
    public var reason: Reason
  }

  /// By block, as `ThemeMatcherWorker.matches` gives them.
  public internal(set) var matches: [[ThemeMatch]] = []
  public internal(set) var dropped: [Dropped] = []
  /// The terms of matches that are printed with a character that may be another word's, one a match.
  public internal(set) var readThroughFolds: [Place] = []

  /// Hits whose reading is likely, until it is known which of them are matches.
  var likely: Set<LikelyHit> = []

  struct LikelyHit: Hashable {
    var hit: RuleHit
    var place: Place
  }
}

extension MatchAudit {
  mutating func drop(_ candidate: ThemeMatcherWorker.Candidate, _ reason: Reason) {
    dropped.append(Dropped(place: candidate.place, reason: reason))
  }

  /// Says of the candidates that lost an overlap to whom.
  ///
  /// - Parameters:
  ///   - before: sorted.
  ///   - kept: those of `before` that are matches, sorted.
  ///   - arenas: by theme, what its hits compete within.
  mutating func settle(
    _ before: [ThemeMatcherWorker.Candidate], kept: [ThemeMatcherWorker.Candidate], arenas: [Int]
  ) {
    readThroughFolds = kept.filter {
      likely.contains(LikelyHit(hit: $0.hit, place: $0.place))
    }.map(\.place)
    var winners: [Int: [ThemeMatcherWorker.Candidate]] = [:]
    for candidate in kept where candidate.competes {
      winners[arenas[Int(candidate.theme)], default: []].append(candidate)
    }
    var next = 0
    for candidate in before {
      if next < kept.count, kept[next].hit == candidate.hit, kept[next].place == candidate.place {
        next += 1
        continue
      }
      let rivals = winners[arenas[Int(candidate.theme)]] ?? []
      // Winners do not overlap unless they are the same stretch, so the last that starts in time is one.
      let end = rivals.partitioningIndex {
        ($0.hit.block, $0.hit.start) > (candidate.hit.block, candidate.hit.start)
      }
      guard end > 0 else { continue }
      let stretch = rivals[end - 1].hit
      let hiders = rivals[..<end].reversed().prefix { $0.hit == stretch }.map(\.place)
      drop(candidate, .hidden(by: hiders.sorted()))
    }
  }
}

extension ThemeMatcherWorker.Candidate {
  var place: MatchAudit.Place { MatchAudit.Place(theme: Int(theme), term: Int(term)) }
}

extension CompiledRule {
  /// The rule without any `unless` or `not`.
  var unconditional: CompiledRule {
    let bare: Kind =
      switch kind {
      case .leaf: kind
      case .any(let rules): .any(rules.map(\.unconditional))
      case .all(let rules, let scope): .all(rules.map(\.unconditional), within: scope)
      case .near(let rules, let distance, let isOrdered):
        .near(rules.map(\.unconditional), within: distance, isOrdered: isOrdered)
      }
    return CompiledRule(bare)
  }

  var isConditional: Bool {
    if !unless.isEmpty || !absent.isEmpty { return true }
    return switch kind {
    case .leaf: false
    case .any(let rules), .all(let rules, _), .near(let rules, _, _):
      rules.contains(where: \.isConditional)
    }
  }
}
