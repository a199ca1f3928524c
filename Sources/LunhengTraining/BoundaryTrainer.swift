import LunhengCore
import RealModule

/// Learns rows of weights by maximum likelihood of a conditional random field (Lafferty et al. 2001)
/// with stochastic gradient and AdaGrad (Duchi et al. 2011), one sentence at a time.
///
/// What a row gets is the transpose of what it gives: the difference between what is and what was
/// expected, in the window around the character where it stands.
///
/// Several trainings that each leave out rows at random are averaged: as scores are linear in the weights,
/// the mean of the weights is an ensemble for the price of one model.
///
/// Examples may follow several standards. Each row then has a part that all standards share and one of
/// its own for each (Daumé III, "Frustratingly easy domain adaptation", 2007): what the first standard
/// never shows is learnt from the others, and where they disagree the first keeps its own mind.
public struct BoundaryTrainer {
  public struct Options: Sendable {
    /// Passes over the sentences.
    public var epochs = 8
    /// Trainings whose weights are averaged.
    public var runs = 4
    /// The share of rows that an example does without.
    public var dropout = 0.1
    public var rate: Float = 0.1
    /// Strength of the L2 penalty.
    public var decay: Float = 1e-4
    /// In each run, weights are averaged over the ends of this many last epochs.
    public var averagedEpochs = 4

    public init() {}
  }

  private typealias Row = SIMD16<Float>

  private let options: Options
  private let masks: [Row]
  /// Rows of a model: 1 + standards times as many are learnt where there are several standards.
  private let count: Int
  private var weights: [Row]
  private var squares: [Row]
  private var generator: SplitMix64
  private var chain = BoundaryChain()
  /// The rows that were kept of the example at hand, and where each character's begin.
  private var rows: [Int32] = []
  private var offsets: [Int] = []

  private init(masks: [SIMD16<Float>], standards: Int, options: Options, seed: UInt64) {
    count = masks.count
    let copies = standards > 1 ? 1 + standards : 1
    let masks = Array((0..<copies).map { _ in masks }.joined())
    self.masks = masks
    self.options = options
    weights = [Row](repeating: .zero, count: masks.count)
    squares = [Row](repeating: Row(repeating: 0.01), count: masks.count)
    generator = SplitMix64(state: seed)
  }

  /// - Parameter report: called with a line after each run.
  /// - Returns: a row of weights for each mask, for texts of the first standard.
  static func train(
    _ examples: [BoundaryExample], masks: [SIMD16<Float>], options: Options,
    report: (String) -> Void
  ) -> [SIMD16<Float>] {
    let standards = (examples.map(\.standard).max() ?? 0) + 1
    var sum = [Row](repeating: .zero, count: masks.count)
    let counted = min(options.averagedEpochs, options.epochs)
    for run in 0..<options.runs {
      var trainer = BoundaryTrainer(
        masks: masks, standards: standards, options: options, seed: UInt64(run) + 1)
      var order = Array(examples.indices)
      for epoch in 0..<options.epochs {
        order.shuffle(using: &trainer.generator)
        for index in order { trainer.update(examples[index]) }
        if epoch >= options.epochs - counted {
          for row in sum.indices {
            sum[row] += trainer.weights[row]
            if standards > 1 { sum[row] += trainer.weights[masks.count + row] }
          }
        }
      }
      report("run \(run + 1) of \(options.runs)")
    }
    return sum.map { $0 / Float(counted * options.runs) }
  }

  private mutating func update(_ example: BoundaryExample) {
    guard example.count > 1 else { return }
    keepRows(of: example)
    chain.clear(example.count)
    for index in 0..<example.count {
      var row = Row.zero
      for id in rows[offsets[index]..<offsets[index + 1]] { row += weights[Int(id)] }
      chain.add(row, at: index)
    }
    chain.infer(example)
    for index in 0..<example.count {
      let residual = chain.window(at: index)
      for id in rows[offsets[index]..<offsets[index + 1]] {
        let id = Int(id)
        let gradient = (residual - options.decay * weights[id]) * masks[id]
        squares[id] += gradient * gradient
        weights[id] += options.rate * gradient / squares[id].squareRoot()
      }
    }
  }

  /// Chooses the rows that this pass over the example has; those of kinds always stay.
  private mutating func keepRows(of example: BoundaryExample) {
    let limit = UInt64(options.dropout * 65_536)
    rows.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    for index in 0..<example.count {
      offsets.append(rows.count)
      for id in example.rows[Int(example.offsets[index])..<Int(example.offsets[index + 1])]
      where id < WeightLayout.kindRows || generator.next() & 0xFFFF >= limit {
        rows.append(id)
        if masks.count > count { rows.append(id + Int32(count * (1 + example.standard))) }
      }
    }
    offsets.append(rows.count)
  }
}
