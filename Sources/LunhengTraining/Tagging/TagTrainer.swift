import LunhengCore
import RealModule

/// Learns rows of weights for tags by maximum likelihood of a conditional random field (Lafferty et al.
/// 2001), as `BoundaryTrainer` does for boundaries: AdaGrad, features left out at random, weights averaged
/// over epochs and runs.
public struct TagTrainer {
  public struct Options: Sendable {
    /// Passes over the sentences.
    public var epochs = 8
    /// Trainings whose weights are averaged.
    public var runs = 2
    /// The share of features that a word does without.
    public var dropout = 0.2
    public var rate: Float = 0.1
    /// Strength of the L2 penalty.
    public var decay: Float = 1e-3
    /// In each run, weights are averaged over the ends of this many last epochs.
    public var averagedEpochs = 4
    /// How often training sentences must have a feature.
    public var leastCount = 2

    public init() {}
  }

  typealias Row = SIMD16<Float>

  /// Weights of features, row 0 being none, and of transitions.
  struct Weights {
    var rows: [Row]
    var transitions: [Row]

    init(rows: Int) {
      self.rows = [Row](repeating: .zero, count: rows)
      transitions = [Row](repeating: .zero, count: TagChain.tags + 1)
    }
  }

  private let options: Options
  private var weights: Weights
  private var squares: Weights
  private var generator: SplitMix64
  private var chain = TagChain()
  private var kept: [Int32] = []

  private init(rows: Int, options: Options, seed: UInt64) {
    self.options = options
    weights = Weights(rows: rows)
    squares = Weights(rows: rows)
    for row in squares.rows.indices { squares.rows[row] = Row(repeating: 0.01) }
    for row in squares.transitions.indices { squares.transitions[row] = Row(repeating: 0.01) }
    generator = SplitMix64(state: seed)
  }

  /// - Parameters:
  ///   - rows: how many rows of weights there are, the first of which stays zero.
  ///   - report: called with a line after each run.
  static func train(
    _ examples: [TagExample], rows: Int, options: Options, report: (String) -> Void
  ) -> Weights {
    var sum = Weights(rows: rows)
    let counted = max(1, min(options.averagedEpochs, options.epochs))
    for run in 0..<options.runs {
      var trainer = TagTrainer(rows: rows, options: options, seed: UInt64(run) + 1)
      var order = Array(examples.indices)
      for epoch in 0..<options.epochs {
        order.shuffle(using: &trainer.generator)
        for index in order { trainer.update(examples[index]) }
        if epoch >= options.epochs - counted {
          for row in sum.rows.indices { sum.rows[row] += trainer.weights.rows[row] }
          for row in sum.transitions.indices {
            sum.transitions[row] += trainer.weights.transitions[row]
          }
        }
      }
      report("tags, run \(run + 1) of \(options.runs)")
    }
    let share = Float(max(1, counted * options.runs))
    for row in sum.rows.indices { sum.rows[row] /= share }
    for row in sum.transitions.indices { sum.transitions[row] /= share }
    return sum
  }

  private mutating func update(_ example: TagExample) {
    guard example.count > 0 else { return }
    let limit = UInt64(options.dropout * 65_536)
    kept.removeAll(keepingCapacity: true)
    for row in example.rows {
      kept.append(row > 0 && generator.next() & 0xFFFF >= limit ? row : 0)
    }
    let width = example.rows.count / example.count
    chain.scores.removeAll(keepingCapacity: true)
    for index in 0..<example.count {
      var score = Row.zero
      for row in kept[index * width..<(index + 1) * width] { score += weights.rows[Int(row)] }
      chain.scores.append(score)
    }
    chain.infer(example.tags, transitions: weights.transitions)
    let (rate, decay) = (options.rate, options.decay)
    for index in 0..<example.count {
      let residual = chain.scores[index]
      for row in kept[index * width..<(index + 1) * width] where row > 0 {
        let row = Int(row)
        let gradient = residual - decay * weights.rows[row]
        squares.rows[row] += gradient * gradient
        weights.rows[row] += rate * gradient / squares.rows[row].squareRoot()
      }
    }
    for row in weights.transitions.indices where chain.transitionGradient[row] != .zero {
      let gradient = chain.transitionGradient[row] - decay * weights.transitions[row]
      squares.transitions[row] += gradient * gradient
      weights.transitions[row] += rate * gradient / squares.transitions[row].squareRoot()
    }
  }
}
