import Testing

@testable import LunhengCore

@Suite("Dispersion of words")
struct DispersionAnalysisTests {
  /// Goes through all words one by one.
  @Test("over equal parts is what a naive count finds", arguments: [1, 2, 3, 7, 100])
  func agreesWithOracle(parts: Int) {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let documents = (0..<4).map { _ in SpacedText.random(&random) }
      let order = [2, 0, 3, 1]
      let texts: [String] = order.flatMap { documents[$0] }
      let words: [String] = texts.flatMap(SpacedText.plainWords)
      let sequence = WordSequence(documents, asked: ["甲"])
      let analysis = DispersionAnalysis(sequence, order: order, parts: .equal(parts), columns: 5)
      let found = analysis.dispersions(of: [0])[0]
      let count = max(1, min(parts, words.count))
      func split(_ stretches: Int) -> [[String]] {
        var result = [[String]](repeating: [], count: stretches)
        for (place, word) in words.enumerated() {
          result[place * stretches / words.count].append(word)
        }
        return result
      }
      func occurrences(_ stretches: [[String]]) -> [Int] {
        stretches.map { stretch in stretch.count { $0 == "甲" } }
      }
      let expected = split(count)
      let sizes = found.dispersion.sizes
      #expect(
        found.dispersion
          == Dispersion(counts: occurrences(expected), sizes: expected.map { $0.count }))
      // No part is more than a word longer than another.
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
      #expect(found.strip == occurrences(split(max(1, min(5, words.count)))))
    }
  }

  @Test("over groups counts a document in each of its groups")
  func groups() {
    let sequence = WordSequence([["甲 乙"], ["甲 甲 乙"], ["乙"], ["甲"]], asked: ["甲"])
    let analysis = DispersionAnalysis(
      sequence, order: [0, 1, 2], parts: .groups([[0], [0, 1], [1], [1]], count: 2), columns: 3)
    let found = analysis.dispersions(of: [0])[0]
    #expect(found.word == "甲")
    #expect(found.dispersion == Dispersion(counts: [3, 2], sizes: [5, 4]))
    #expect(found.strip == [1, 2, 0])
  }

  @Test("knows the commonest words")
  func commonest() {
    let sequence = WordSequence([["經濟 經濟 勞工 福利 我們 我們 我們"], ["福利"]])
    let analysis = DispersionAnalysis(
      sequence, order: [0], parts: .equal(2), columns: 2)
    func words(_ limit: Int, _ hasFunctionWords: Bool) -> [String] {
      analysis.dispersions(
        of: analysis.commonest(limit, hasFunctionWords: hasFunctionWords)
      ).map(\.word)
    }
    #expect(words(2, false) == ["經濟", "勞工"])
    #expect(words(2, true) == ["我們", "經濟"])
    #expect(words(100, false) == ["經濟", "勞工", "福利"])
  }
}
