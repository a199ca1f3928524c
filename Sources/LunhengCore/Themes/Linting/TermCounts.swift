/// How often a term occurs in texts, and what becomes of its occurrences.
public struct TermCounts: Hashable, Sendable {
  /// Matches by how they lie among words.
  public var aligned = 0
  public var nested = 0
  public var crossing = 0
  /// Documents with a match.
  public var documents = 0
  /// Occurrences that longer terms hide, and by term how many of them it hides.
  public var hidden = 0
  public var hiders: [MatchAudit.Place: Int] = [:]
  /// Occurrences that exclusions take, that `unless` and `not` take, and that do not lie among words as
  /// the term wants it.
  public var excluded = 0
  public var conditioned = 0
  public var unwantedStatus = 0
  /// Occurrences that only folding makes the term: other words as printed, and ones that words part.
  public var otherWords = 0
  public var crossingFolds = 0
  /// Matches that are printed with a character that may be another word's.
  public var throughFolds = 0

  public init() {}

  public var hits: Int { aligned + nested + crossing }
  public var refusedFolds: Int { otherWords + crossingFolds }
  /// All that is found and does not count.
  public var dropped: Int { hidden + excluded + conditioned + unwantedStatus + refusedFolds }
  /// The share of hits that do not start and end with words; nil where there are none.
  public var risk: Double? {
    hits == 0 ? nil : Double(nested + crossing) / Double(hits)
  }

  mutating func add(_ other: TermCounts) {
    aligned += other.aligned
    nested += other.nested
    crossing += other.crossing
    documents += other.documents
    hidden += other.hidden
    hiders.merge(other.hiders, uniquingKeysWith: +)
    excluded += other.excluded
    conditioned += other.conditioned
    unwantedStatus += other.unwantedStatus
    otherWords += other.otherWords
    crossingFolds += other.crossingFolds
    throughFolds += other.throughFolds
  }
}

/// The counts of all terms that occur.
public struct CodebookCounts: Hashable, Sendable {
  private var terms: [MatchAudit.Place: TermCounts] = [:]

  public init() {}

  /// The counts of one document.
  public init(_ audit: MatchAudit) {
    for match in audit.matches.joined() {
      let place = MatchAudit.Place(theme: match.theme, term: match.term)
      switch match.status {
      case .aligned: terms[place, default: TermCounts()].aligned += 1
      case .nested: terms[place, default: TermCounts()].nested += 1
      case .crossing: terms[place, default: TermCounts()].crossing += 1
      }
      terms[place]!.documents = 1
    }
    for dropped in audit.dropped {
      var counts = terms[dropped.place] ?? TermCounts()
      switch dropped.reason {
      case .otherWord: counts.otherWords += 1
      case .crossingFold: counts.crossingFolds += 1
      case .condition: counts.conditioned += 1
      case .exclusion: counts.excluded += 1
      case .status: counts.unwantedStatus += 1
      case .hidden(let hiders):
        counts.hidden += 1
        for hider in hiders { counts.hiders[hider, default: 0] += 1 }
      }
      terms[dropped.place] = counts
    }
    for place in audit.readThroughFolds { terms[place]!.throughFolds += 1 }
  }

  public mutating func add(_ other: CodebookCounts) {
    for (place, counts) in other.terms { terms[place, default: TermCounts()].add(counts) }
  }

  public subscript(theme: Int, term: Int) -> TermCounts {
    terms[MatchAudit.Place(theme: theme, term: term)] ?? TermCounts()
  }

  subscript(place: MatchAudit.Place) -> TermCounts { terms[place] ?? TermCounts() }
}
