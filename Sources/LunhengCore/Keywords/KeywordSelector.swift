/// Picks the best candidates so that none says again what another says. All methods share it.
struct KeywordSelector {
  /// Indices of the candidates that were picked, best first.
  private(set) var selected: [Int32] = []
  private var ranking: [Int32] = []

  /// A part of a longer candidate is a fragment unless one in so many occurrences is outside it.
  private static let freeOccurrences: Int32 = 4
  /// Two terms of which one lies in the other are both kept if each occurs so often by itself.
  private static let often: Int32 = 3
  /// A term that occurs so often is a part of longer ones unless a third of that is outside them all:
  /// 產業 in a text on 產業集群 and 新興產業.
  private static let oftenEnoughToDivide: Int32 = 20
  /// What makes another form of a word and no other subject: 創新型, 市場化.
  private static let formatives = Set("型化性式級度".utf16)
  /// What is picked is compared with so many before it; later ones are few people's business.
  private static let compared = 256

  /// Replaces `selected` by the `limit` best candidates.
  ///
  /// - Parameters:
  ///   - scores: by candidate; one of 0 is no keyword. Equal ones are ordered by their first occurrence,
  ///     the longer before the shorter.
  ///   - isWeighed: whether the scores say already what is a fragment, where it stands but once or twice.
  ///     Otherwise a part of a longer candidate that hardly ever stands alone is left out.
  mutating func select(
    _ limit: Int, from text: borrowing KeywordText, scores: [Double], isWeighed: Bool = false
  ) {
    selected.removeAll(keepingCapacity: true)
    ranking.removeAll(keepingCapacity: true)
    for index in text.candidates.indices where scores[index] > 0 {
      let term = text.candidate(index)
      // What stands but once or twice may as well lie in any longer sequence.
      if isWeighed && term.occurrences < Self.often || !Self.isFragment(term) {
        ranking.append(Int32(index))
      }
    }
    let candidates = text.candidates
    let terms = text.terms.terms
    ranking.sort { left, right in
      let (a, b) = (scores[Int(left)], scores[Int(right)])
      if a != b { return a > b }
      let (first, second) = (terms[Int(candidates[Int(left)])], terms[Int(candidates[Int(right)])])
      return (first.first, -first.length) < (second.first, -second.length)
    }
    for index in ranking {
      if selected.count >= limit { break }
      if !saysAgain(text.candidate(Int(index)), text, isWeighed: isWeighed) {
        selected.append(index)
      }
    }
  }

  private static func isFragment(_ term: TermTable.Term) -> Bool {
    term.contained > 0 && term.free * freeOccurrences < term.occurrences
  }

  /// Whether the shorter term is more than a part of the longer: a third of its occurrences, and two at
  /// least, are outside it, and a third outside all longer candidates where it occurs often.
  private func standsFree(_ short: TermTable.Term, of long: TermTable.Term) -> Bool {
    let free = short.occurrences - long.occurrences
    if short.occurrences >= Self.oftenEnoughToDivide, short.alone * 3 < short.occurrences {
      return false
    }
    return free >= 2 && free * 3 >= short.occurrences
  }

  /// Whether the term is part of one that was picked, or the other way round.
  private func saysAgain(
    _ term: TermTable.Term, _ text: borrowing KeywordText, isWeighed: Bool
  ) -> Bool {
    for index in selected.prefix(Self.compared) {
      let other = text.candidate(Int(index))
      let (short, long) = term.length <= other.length ? (term, other) : (other, term)
      let isForm =
        long.length == short.length + 1
        && Self.formatives.contains(text.units[long.range.upperBound - 1])
      let bothStand =
        isWeighed
        ? standsFree(short, of: long)
        : short.alone >= Self.often && long.occurrences >= Self.often
      if bothStand && !isForm { continue }
      if text.contains(long.range, short.range) { return true }
    }
    return false
  }
}

extension KeywordText {
  /// The term that the candidate at `index` of `candidates` is.
  @inline(__always)
  func candidate(_ index: Int) -> TermTable.Term { terms.terms[Int(candidates[index])] }

  /// Whether the units of `short` stand in `long`.
  fileprivate func contains(_ long: Range<Int>, _ short: Range<Int>) -> Bool {
    units.withUnsafeBufferPointer { units in
      let first = units[short.lowerBound]
      for start in long.lowerBound...long.upperBound - short.count where units[start] == first {
        let part = units[start..<start + short.count]
        if part.elementsEqual(units[short]) { return true }
      }
      return false
    }
  }
}
