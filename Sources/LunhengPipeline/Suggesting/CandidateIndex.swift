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
    // A term that targets print in several ways counts as the commonest is read.
    var forms: [[String: Int]] = []
    byTarget = terms.map { terms in
      terms.map { term in
        let number = numbers[term.folded] ?? forms.count
        if number == forms.count {
          numbers[term.folded] = number
          forms.append([:])
        }
        forms[number][term.text, default: 0] += term.count
        return (term, number)
      }
    }
    let texts = forms.map { forms in
      forms.min {
        $0.value != $1.value
          ? $0.value > $1.value
          : $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
      }!.key
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
