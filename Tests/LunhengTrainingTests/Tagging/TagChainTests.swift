import LunhengCore
import RealModule
import Testing

@testable import LunhengTraining

@Suite("The chain of a tagged sentence")
struct TagChainTests {
  private typealias Row = SIMD16<Float>

  /// The gradient that forward-backward gives, against sums over all sequences of tags.
  @Test("expects what the sum over all sequences expects", arguments: 0..<30 as Range<UInt64>)
  func expectsWhatAllSequencesExpect(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let count = Int.random(in: 1...3, using: &generator)
    func row() -> Row { Row((0..<16).map { _ in Float.random(in: -2...2, using: &generator) }) }
    let scores = (0..<count).map { _ in row() }
    let transitions = (0...TagChain.tags).map { _ in row() }
    let gold = (0..<count).map { _ in UInt8.random(in: 0..<17, using: &generator) }

    var sequences: [[UInt8]] = [[]]
    for _ in 0..<count { sequences = sequences.flatMap { start in (0..<17).map { start + [$0] } } }
    var total = 0.0
    var atTag = [Row](repeating: .zero, count: count)
    var atStart = Row.zero
    for tags in sequences {
      var before = TagChain.start
      var score: Float = 0
      for (index, tag) in tags.enumerated() {
        if tag < 16 { score += scores[index][Int(tag)] + transitions[before][Int(tag)] }
        before = Int(tag)
      }
      let weight = Double.exp(Double(score))
      total += weight
      for (index, tag) in tags.enumerated() where tag < 16 {
        atTag[index][Int(tag)] += Float(weight)
        if index == 0 { atStart[Int(tag)] += Float(weight) }
      }
    }

    var chain = TagChain()
    chain.scores = scores
    chain.infer(gold, transitions: transitions)
    for tag in 0..<16 {
      for index in 0..<count {
        let expected = (gold[index] == UInt8(tag) ? 1 : 0) - atTag[index][tag] / Float(total)
        #expect(abs(chain.scores[index][tag] - expected) < 1e-3)
      }
      let expected = (gold[0] == UInt8(tag) ? 1 : 0) - atStart[tag] / Float(total)
      #expect(abs(chain.transitionGradient[TagChain.start][tag] - expected) < 1e-3)
    }
    // Each tag behind the first has one tag before it, so that the transitions to it add up to it.
    for tag in 0..<16 {
      let led = (0..<TagChain.tags).reduce(Float(0)) { $0 + chain.transitionGradient[$1][tag] }
      let given = chain.scores.dropFirst().reduce(Float(0)) { $0 + $1[tag] }
      #expect(abs(led - given) < 1e-3)
    }
  }
}
