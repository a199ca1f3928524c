/// Chooses the terms of a document that may be keywords: words and phrases that say something by
/// themselves, and what stands between quotation marks.
enum CandidateFinder {
  static func find(in text: inout KeywordText) {
    for item in text.items where item.term != KeywordText.boundary { text.nominate(item.term) }
    let units = text.units
    units.withUnsafeBufferPointer { units in
      for quote in text.quotes {
        let words = quote.lowerBound...quote.upperBound - 1
        // 「這是」 is not a term because it is quoted.
        guard
          words.contains(where: { text.role(ofWord: $0) == .content })
            || words.allSatisfy({ text.role(ofWord: $0) == .part })
        else { continue }
        text.nominate(text.phrase(words, units))
      }
    }
  }
}

extension KeywordText {
  /// Makes the term a candidate if it may be one.
  mutating func nominate(_ number: Int32) {
    let term = terms.terms[Int(number)]
    guard term.role == .content, !term.isCandidate,
      (2...Self.longestCandidate).contains(Int(term.length)),
      term.words < 2 || !units[term.range].repeatsItself
    else { return }
    terms.terms[Int(number)].isCandidate = true
    candidates.append(number)
  }

  func role(ofWord index: Int32) -> WordRole { terms.terms[Int(words[Int(index)].term)].role }
}
