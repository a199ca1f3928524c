import LunhengCore
import RealModule

/// The chain of one tagged sentence: scores in, the differences between what is and what is expected out.
struct TagChain {
  typealias Row = SIMD16<Float>
  static let tags = PartOfSpeech.allCases.count
  static let start = tags

  /// For each word, scores of the tags; after `infer`, their gradient.
  var scores: [Row] = []
  /// The gradient of each row of transitions.
  private(set) var transitionGradient = [Row](repeating: .zero, count: tags + 1)
  private(set) var used = [Bool](repeating: false, count: tags + 1)

  private var exponents: [Float] = []
  private var emissions: [Float] = []
  private var forward: [Float] = []
  private var behind = [Float](repeating: 0, count: tags)

  /// Replaces the scores by the gradient of the log-likelihood (forward-backward, scaled at each word).
  mutating func infer(_ gold: [UInt8], transitions: [Row]) {
    let tags = Self.tags
    let count = gold.count
    exponents = transitions.flatMap { row in
      (0..<16).map { Float.exp(row[$0]) } + [1]
    }
    emissions = scores.flatMap { row in
      let high = max(row.max(), 0)
      return (0..<16).map { Float.exp(row[$0] - high) } + [Float.exp(-high)]
    }
    forward = [Float](repeating: 0, count: count * tags)
    var scales = [Float](repeating: 0, count: count)
    for index in 0..<count {
      for tag in 0..<tags {
        var sum: Float = 0
        if index == 0 {
          sum = exponents[Self.start * tags + tag]
        } else {
          for before in 0..<tags {
            sum += forward[(index - 1) * tags + before] * exponents[before * tags + tag]
          }
        }
        let value = sum * emissions[index * tags + tag]
        forward[index * tags + tag] = value
        scales[index] += value
      }
      for tag in 0..<tags { forward[index * tags + tag] /= scales[index] }
    }
    for row in 0...tags { transitionGradient[row] = .zero }
    for tag in 0..<tags { behind[tag] = 1 }
    var expected = [Float](repeating: 0, count: (tags + 1) * tags)
    for index in stride(from: count - 1, through: 0, by: -1) {
      var row = Row.zero
      for tag in 0..<16 { row[tag] = -forward[index * tags + tag] * behind[tag] }
      if gold[index] < 16 { row[Int(gold[index])] += 1 }
      scores[index] = row
      for tag in 0..<tags { behind[tag] *= emissions[index * tags + tag] / scales[index] }
      if index == 0 {
        for tag in 0..<tags {
          expected[Self.start * tags + tag] += exponents[Self.start * tags + tag] * behind[tag]
        }
      } else {
        var sums = [Float](repeating: 0, count: tags)
        for before in 0..<tags {
          let reach = forward[(index - 1) * tags + before]
          for tag in 0..<tags {
            let path = exponents[before * tags + tag] * behind[tag]
            expected[before * tags + tag] += reach * path
            sums[before] += path
          }
        }
        behind = sums
      }
    }
    for row in 0...tags {
      for tag in 0..<16 { transitionGradient[row][tag] = -expected[row * tags + tag] }
    }
    var before = Self.start
    for tag in gold {
      if tag < 16 { transitionGradient[before][Int(tag)] += 1 }
      before = Int(tag)
    }
  }
}
