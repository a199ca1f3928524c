/// What key words are sorted by.
public enum KeyWordOrder: String, CaseIterable, Sendable {
  case logLikelihood = "log-likelihood"
  case chiSquare = "chi-square"
  case logRatio = "log-ratio"
  case simpleMaths = "simple-maths"
  case percentDifference = "percent-difference"
  case oddsRatio = "odds-ratio"
  /// G² of the numbers of documents.
  case documents
  /// Welch's t of the rates in documents.
  case welch
  case count

  /// How strongly the word is key: greater comes first. A ratio to nothing is greater than any other, and
  /// what cannot be tested comes last.
  func strength(of word: KeyWord, smoothing: Double) -> Double {
    let sign: Double = word.isOverused ? 1 : -1
    switch self {
    case .logLikelihood: return sign * word.occurrences.logLikelihood
    case .chiSquare: return sign * word.occurrences.chiSquare
    case .logRatio: return sign * word.occurrences.logRatio
    case .simpleMaths: return sign * (word.occurrences.simpleMaths(smoothing: smoothing) ?? 0)
    case .percentDifference: return sign * (word.occurrences.percentDifference ?? .infinity)
    case .oddsRatio: return sign * (word.occurrences.oddsRatio ?? .infinity)
    case .documents: return sign * word.documents.logLikelihood
    case .welch: return word.welch.map { sign * $0.statistic } ?? -.infinity
    case .count:
      return Double(word.isOverused ? word.occurrences.target : word.occurrences.rest)
    }
  }
}
