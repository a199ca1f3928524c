import LunhengCore

/// The candidates of all targets, each string once.
struct CandidateIndex: Sendable {
  /// By target: the candidates, and their numbers.
  let byTarget: [[(term: CandidateTerm, number: Int)]]
  private let numbers: [[UInt16]: Int]
  /// Finds the candidates as a codebook does; the term of a match is the candidate's number.
  let matcher: ThemeMatcher

  init(_ terms: [[CandidateTerm]]) {
    var numbers: [[UInt16]: Int] = [:]
    var texts: [String] = []
    byTarget = terms.map { terms in
      terms.map { term in
        if let number = numbers[term.folded] { return (term, number) }
        numbers[term.folded] = texts.count
        texts.append(term.text)
        return (term, texts.count - 1)
      }
    }
    self.numbers = numbers
    matcher = ThemeMatcher(
      Codebook(
        id: "candidates", name: LocalizedName([:]), overlap: .all,
        themes: [Theme(id: "candidates", name: LocalizedName([:]), terms: texts.map { Term($0) })]))
  }

  var count: Int { numbers.count }

  func number(of folded: [UInt16]) -> Int { numbers[folded]! }
}
