import RealModule

/// Weighs candidates by their share of the document's words × their rarity among documents at large
/// (Spärck Jones, "A statistical interpretation of term specificity and its application in retrieval",
/// 1972).
struct TFIDFScorer {
  /// Rarity of what the background does not know: as of a word that one in a million documents has.
  static let rarest = 1e-6

  /// Replaces `scores` by those of `candidates`.
  ///
  /// - Parameter background: without it all words are equally rare.
  func score(
    _ text: borrowing KeywordText, background: BackgroundFrequencies?, into scores: inout [Double]
  ) {
    scores.removeAll(keepingCapacity: true)
    var total = 0
    for candidate in text.candidates { total += Int(text.terms.terms[Int(candidate)].free) }
    for candidate in text.candidates {
      let term = text.terms.terms[Int(candidate)]
      scores.append(
        Double(term.free) / Double(max(total, 1)) * Self.rarity(of: term.hash, background))
    }
  }

  /// Inverse document frequency, −ln(share of the documents that have the term).
  static func rarity(of hash: UInt64, _ background: BackgroundFrequencies?) -> Double {
    guard let background else { return 1 }
    return -.log(max(Double(background.documentFrequency(of: hash)), rarest))
  }
}
