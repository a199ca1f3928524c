import RealModule

/// A term that may be worth adding to a theme, and why.
public struct TermSuggestion: Hashable, Sendable {
  public var term: CandidateTerm
  /// Its occurrences, against characters of text.
  public var occurrences: Keyness
  /// The documents that have it, against all documents.
  public var documents: Keyness

  public init(term: CandidateTerm, occurrences: Keyness, documents: Keyness) {
    self.term = term
    self.occurrences = occurrences
    self.documents = documents
  }

  /// Share of its occurrences in the target that start and end where words do.
  public var alignedShare: Double { Double(term.aligned) / Double(max(1, term.count)) }
}

/// Picks, of candidates that have been counted, those that an analyst should see.
public struct SuggestionRanking: Sendable {
  /// Documents of the target that a term must have.
  public var minimumDocuments: Int
  /// How many times as frequent a term must be in the target.
  public var minimumRatio: Double
  /// Below this G², of occurrences as of documents, a difference may be chance.
  public var minimumLogLikelihood = 6.63
  /// A longer term is left out where a better one within it finds all that it does and is no less
  /// specific: its log ratio may be this much lower.
  public var specificity = 0.5

  public init(minimumDocuments: Int = 3, minimumRatio: Double = 4) {
    self.minimumDocuments = minimumDocuments
    self.minimumRatio = minimumRatio
  }

  /// The `limit` best, by G² of their occurrences; of equals the more specific, then by term.
  ///
  /// Complexity: O(n log n + n · limit) for n candidates.
  public func best(
    _ limit: Int, of candidates: [TermSuggestion], without known: KnownTerms
  ) -> [TermSuggestion] {
    let sorted = candidates.filter { isKey($0) && !known.cover($0.term.folded) }.map {
      (suggestion: $0, evidence: $0.occurrences.logLikelihood, ratio: $0.occurrences.logRatio)
    }.sorted {
      if $0.evidence != $1.evidence { return $0.evidence > $1.evidence }
      if $0.ratio != $1.ratio { return $0.ratio > $1.ratio }
      return $0.suggestion.term.folded.lexicographicallyPrecedes($1.suggestion.term.folded)
    }
    var best: [(suggestion: TermSuggestion, evidence: Double, ratio: Double)] = []
    for candidate in sorted where best.count < limit {
      let isCovered = best.contains {
        $0.ratio >= candidate.ratio - specificity
          && candidate.suggestion.term.folded.spells($0.suggestion.term.folded)
      }
      if !isCovered { best.append(candidate) }
    }
    return best.map(\.suggestion)
  }

  private func isKey(_ candidate: TermSuggestion) -> Bool {
    candidate.documents.target >= minimumDocuments
      && candidate.occurrences.logRatio >= .log2(minimumRatio)
      && candidate.occurrences.logLikelihood >= minimumLogLikelihood
      && candidate.documents.logLikelihood >= minimumLogLikelihood
  }
}

extension [UInt16] {
  /// Whether `part` stands somewhere within.
  func spells(_ part: [UInt16]) -> Bool {
    guard let first = part.first, part.count <= count else { return part.isEmpty }
    return (0...count - part.count).contains { start in
      self[start] == first && self[start..<start + part.count].elementsEqual(part)
    }
  }
}
