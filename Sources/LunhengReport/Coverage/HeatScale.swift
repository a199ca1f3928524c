import LunhengCore

/// Divides the values of a matrix into the steps of a colour scale.
///
/// Shares go in equal steps up to the greatest. Counts and densities are skewed, and one long
/// document would leave all others in the palest step, so their steps grow: the bounds are equally
/// far apart by square root. The legend tells the bounds either way.
struct HeatScale: Hashable, Sendable {
  static let stepCount = 7

  /// The greatest value of each step; empty if there is nothing above zero.
  let bounds: [Double]
  /// Whether values are counts, so that a step is a range of integers.
  let isCount: Bool

  /// The scale of the rows of `matrix`; the total is left out, as it would outgrow them all.
  init(_ matrix: CoverageMatrix, _ measure: CoverageMeasure) {
    var greatest = 0.0
    for row in matrix.rows {
      for column in matrix.columns.indices {
        greatest = max(greatest, matrix.value(measure, of: row, column: column) ?? 0)
      }
    }
    isCount = measure.isCount
    let isShare = measure == .share || measure == .documentShare
    guard greatest > 0 else {
      bounds = []
      return
    }
    // Multiplied before dividing, so that bounds that are integers come out as such. The last must
    // be the greatest value itself, which rounding might miss.
    let whole = Self.stepCount * (isShare ? 1 : Self.stepCount)
    bounds = (1...Self.stepCount).map { step in
      let part = isShare ? step : step * step
      return part == whole ? greatest : greatest * Double(part) / Double(whole)
    }
  }

  /// The step of `value`, from 0; nil for zero and for no value, which are not coloured.
  func step(of value: Double?) -> Int? {
    guard let value, value > 0 else { return nil }
    return bounds.firstIndex { value <= $0 }
  }

  /// The steps that values can fall in, each with its least and greatest value. A step of counts is
  /// left out if no integer lies in it.
  var intervals: [(step: Int, low: Double, high: Double)] {
    bounds.enumerated().compactMap { step, bound in
      let below = step == 0 ? 0 : bounds[step - 1]
      guard isCount else { return (step, below, bound) }
      let low = below.rounded(.down) + 1
      let high = bound.rounded(.down)
      return low <= high ? (step, low, high) : nil
    }
  }
}

extension CoverageMeasure {
  /// Whether the measure counts things; the others are ratios.
  var isCount: Bool {
    switch self {
    case .matches, .passages, .documents: true
    case .share, .documentShare, .density: false
    }
  }

  /// `value` as a cell with the decimals that suit the measure.
  func cell(_ value: Double?) -> Table.Cell {
    guard let value else { return .missing }
    switch self {
    case .matches, .passages, .documents: return .integer(Int(value))
    case .share, .documentShare: return .percent(value, digits: 1)
    case .density: return .decimal(value, digits: 2)
    }
  }
}
