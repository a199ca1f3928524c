import Testing

@testable import LunhengCore

@Suite("The selection of sentences")
struct SentenceSelectionTests {
  private static func candidate(
    _ score: Double, _ words: [UInt64], length: Int = 20, document: Int = 0, period: String? = nil
  ) -> SentenceSelection.Candidate {
    SentenceSelection.Candidate(
      score: score, words: words, weights: words.map { _ in 1 }, length: length,
      document: document, period: period)
  }

  @Test("takes the best first, and of equals the earlier")
  func takesTheBest() {
    let candidates = [
      Self.candidate(1, [1]), Self.candidate(3, [2]), Self.candidate(3, [3]),
      Self.candidate(0, [4]),
    ]
    #expect(SentenceSelection(limit: 9).pick(from: candidates) == [1, 2, 0])
    #expect(SentenceSelection(limit: 1).pick(from: candidates) == [1])
    #expect(SentenceSelection(limit: 0).pick(from: candidates) == [])
  }

  @Test("prefers what is new to what is better but alike")
  func prefersWhatIsNew() {
    let candidates = [
      Self.candidate(10, [1, 2, 3, 4]), Self.candidate(9, [1, 2, 3, 5]), Self.candidate(7, [6, 7]),
    ]
    #expect(SentenceSelection(limit: 3).pick(from: candidates) == [0, 2, 1])
  }

  @Test("takes no more of a document than allowed, and others first")
  func limitsDocuments() {
    let candidates = (0..<6).map { Self.candidate(Double(10 - $0), [UInt64($0)], document: $0 / 3) }
    #expect(SentenceSelection(limit: 6, perDocument: 1).pick(from: candidates) == [0, 3])
    #expect(SentenceSelection(limit: 6, perDocument: 2).pick(from: candidates) == [0, 3, 1, 4])
  }

  @Test("spreads over time where scores are close")
  func spreadsOverTime() {
    let candidates = [
      Self.candidate(10, [1], period: "2023-01"), Self.candidate(9.9, [2], period: "2023-01"),
      Self.candidate(9, [3], period: "2024-05"),
    ]
    #expect(SentenceSelection(limit: 2).pick(from: candidates) == [0, 2])
  }

  @Test("is greedy in score less the closest likeness", arguments: 0..<40 as Range<UInt64>)
  func isGreedy(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let candidates = (0..<12).map { _ in
      let words = (0..<8 as Range<UInt64>).filter { _ in Bool.random(using: &random) }
      return SentenceSelection.Candidate(
        score: Double(Int.random(in: 0...9, using: &random)), words: words,
        weights: words.map { _ in Float(Int.random(in: 1...3, using: &random)) },
        length: Int.random(in: 5...30, using: &random),
        document: Int.random(in: 0...3, using: &random))
    }
    func cosine(_ left: Int, _ right: Int) -> Double {
      func vector(_ index: Int) -> [Double] {
        var vector = [Double](repeating: 0, count: 8)
        for (word, weight) in zip(candidates[index].words, candidates[index].weights) {
          vector[Int(word)] = Double(weight)
        }
        return vector
      }
      let (a, b) = (vector(left), vector(right))
      func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
      let norm = (dot(a, a) * dot(b, b)).squareRoot()
      return norm == 0 ? 0 : dot(a, b) / norm
    }
    let picked = SentenceSelection(limit: 5, length: 70, perDocument: 2).pick(from: candidates)
    let highest = candidates.map(\.score).max()!
    for step in picked.indices {
      let before = picked[..<step]
      func isAllowed(_ index: Int) -> Bool {
        let candidate = candidates[index]
        return candidate.score > 0 && !before.contains(index)
          && before.reduce(0) { $0 + candidates[$1].length } + candidate.length <= 70
          && before.count { candidates[$0].document == candidate.document } < 2
          && before.allSatisfy { cosine($0, index) <= 0.75 }
      }
      func value(_ index: Int) -> Double {
        let likeness = before.map { picked in
          max(
            cosine(picked, index),
            candidates[picked].document == candidates[index].document ? 0.3 : 0)
        }
        return candidates[index].score / highest - 0.7 * (likeness.max() ?? 0)
      }
      #expect(isAllowed(picked[step]))
      for other in candidates.indices where isAllowed(other) {
        #expect(value(other) <= value(picked[step]) + 1e-6)
      }
    }
  }
}
