import Testing

@testable import LunhengCore

@Suite("What a group comes back to")
struct GroupCentroidTests {
  private static func sentence(_ words: [UInt64], length: Int = 25) -> SummarySentence {
    SummarySentence(
      block: 0, range: 0..<length, words: words, counts: words.map { _ in 1 }, length: length,
      standing: 1)
  }

  @Test("is what the other sentences have of a sentence's words")
  func isWhatOthersHave() {
    let sentences = [[1, 2, 3], [2, 3], [3, 4, 5], [7]].map { Self.sentence($0) }
    var census = WordCensus()
    for words in [[1, 2], [2], [3, 4, 5], [9]] as [[UInt64]] { census.add(words) }
    var centroid = GroupCentroid()
    for sentence in sentences { centroid.add(sentence) }
    func score(_ sentence: SummarySentence) -> Double {
      centroid.score(of: sentence, weights: sentence.words.map { Float(census.weight(of: $0)) })
    }
    for sentence in sentences {
      let expected = sentence.words.reduce(0.0) { sum, word in
        let count = Double(sentences.count { $0.words.contains(word) })
        return sum + ((count - 0.95) * (count - 0.95).squareRoot()).squareRoot()
          * census.weight(of: word)
      }
      #expect(abs(score(sentence) - expected / 5) < 1e-5)
    }
    #expect(score(sentences[0]) > score(sentences[3]))
    #expect(score(Self.sentence([77])) == 0)
    #expect(centroid.sentences == 4)
  }

  @Test("gives rare words more weight, and common ones never less than none")
  func weighsWords() {
    var census = WordCensus()
    for document in 0..<10 as Range<UInt64> { census.add([1, 100 + document]) }
    #expect(census.weight(of: 100) > census.weight(of: 1))
    #expect(census.weight(of: 1) > 0)
    #expect(census.weight(of: 999) >= census.weight(of: 100))
    #expect(WordCensus().weight(of: 1).isFinite)
  }

  @Test("has no score for a sentence of no words")
  func hasNoScoreForNothing() {
    #expect(GroupCentroid().score(of: Self.sentence([], length: 0), weights: []) == 0)
  }
}
