import LunhengCore
import RealModule
import Testing

@testable import LunhengTraining

@Suite("The chain of a sentence")
struct BoundaryChainTests {
  /// The gradient that forward-backward gives, against sums over all divisions.
  @Test("expects what the sum over all divisions expects", arguments: 0..<60 as Range<UInt64>)
  func expectsWhatAllDivisionsExpect(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let count = Int.random(in: 1...8, using: &generator)
    let gaps = (0..<count).map { _ in Float.random(in: -3...3, using: &generator) }
    let singles = (0..<count).map { _ in Float.random(in: -3...3, using: &generator) }
    var example = BoundaryExample()
    example.isForced = (0..<count).map { _ in Int.random(in: 0..<5, using: &generator) == 0 }
    example.isBoundary = (0..<count).map {
      $0 == count - 1 || example.isForced[$0] || Bool.random(using: &generator)
    }

    var chain = BoundaryChain()
    chain.clear(count)
    for index in 0..<count {
      var row = SIMD16<Float>.zero
      row[FeatureLanes.gap(0)] = gaps[index]
      row[FeatureLanes.single(0)] = singles[index]
      chain.add(row, at: index)
    }
    chain.infer(example)

    func isSingle(_ division: [Bool], _ index: Int) -> Bool {
      division[index] && (index == 0 || division[index - 1])
    }
    var total = 0.0
    var atBoundary = [Double](repeating: 0, count: count)
    var asSingle = atBoundary
    for bits in 0..<1 << count {
      let division = (0..<count).map { bits >> $0 & 1 == 1 }
      guard division[count - 1], zip(division, example.isForced).allSatisfy({ $0 || !$1 })
      else { continue }
      let score = (0..<count).reduce(0.0) { sum, index in
        sum + (division[index] ? Double(gaps[index]) : 0)
          + (isSingle(division, index) ? Double(singles[index]) : 0)
      }
      let weight = Double.exp(score)
      total += weight
      for index in 0..<count {
        if division[index] { atBoundary[index] += weight }
        if isSingle(division, index) { asSingle[index] += weight }
      }
    }
    for index in 0..<count {
      let window = chain.window(at: index)
      let gap = (example.isBoundary[index] ? 1 : 0) - atBoundary[index] / total
      let single = (isSingle(example.isBoundary, index) ? 1 : 0) - asSingle[index] / total
      #expect(abs(Double(window[FeatureLanes.gap(0)]) - gap) < 1e-3)
      #expect(abs(Double(window[FeatureLanes.single(0)]) - single) < 1e-3)
    }
  }
}
