import LunhengCore
import RealModule

/// The chain of one sentence: scores in, the difference between what is and what is expected out.
struct BoundaryChain {
  /// Room before the first and after the last character for windows that reach beyond.
  private static let margin = FeatureLanes.count
  private static let forced: Float = 30

  private var gaps: [Float] = []
  private var singles: [Float] = []
  private var forward: [(none: Float, boundary: Float)] = []

  mutating func clear(_ count: Int) {
    gaps = [Float](repeating: 0, count: count + 2 * Self.margin)
    singles = gaps
    forward = [(none: Float, boundary: Float)](repeating: (0, 0), count: count)
  }

  /// Adds the row of the character at `index`.
  mutating func add(_ row: SIMD16<Float>, at index: Int) {
    for lane in 0..<FeatureLanes.gaps {
      gaps[Self.margin + index + FeatureLanes.firstGap + lane] += row[lane]
    }
    for lane in 0..<FeatureLanes.singles {
      singles[Self.margin + index + FeatureLanes.firstSingle + lane] +=
        row[FeatureLanes.gaps + lane]
    }
  }

  /// The part of `gaps` and `singles` that the row of the character at `index` belongs to.
  func window(at index: Int) -> SIMD16<Float> {
    var row = SIMD16<Float>.zero
    for lane in 0..<FeatureLanes.gaps {
      row[lane] = gaps[Self.margin + index + FeatureLanes.firstGap + lane]
    }
    for lane in 0..<FeatureLanes.singles {
      row[FeatureLanes.gaps + lane] = singles[Self.margin + index + FeatureLanes.firstSingle + lane]
    }
    return row
  }

  /// Replaces the scores by the gradient of the log-likelihood with respect to them (forward-backward).
  mutating func infer(_ example: BoundaryExample) {
    let count = example.count
    let m = Self.margin
    for index in 0..<count where example.isForced[index] || index == count - 1 {
      gaps[m + index] += Self.forced
    }
    var previous: (none: Float, boundary: Float) = (-.infinity, 0)
    for index in 0..<count {
      let none = Self.logSum(previous.none, previous.boundary)
      let boundary =
        gaps[m + index]
        + Self.logSum(previous.none, previous.boundary + singles[m + index])
      previous = (none, boundary)
      forward[index] = previous
    }
    // The last boundary is certain.
    let total = forward[count - 1].boundary
    var behind: (none: Float, boundary: Float) = (-.infinity, 0)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let gap = gaps[m + index]
      let single = singles[m + index]
      let before: (none: Float, boundary: Float) =
        index > 0 ? forward[index - 1] : (-.infinity, 0)
      let atBoundary = Self.exp(forward[index].boundary + behind.boundary - total)
      let asSingle = Self.exp(before.boundary + single + gap + behind.boundary - total)
      let isSingle = example.isBoundary[index] && (index == 0 || example.isBoundary[index - 1])
      gaps[m + index] = (example.isBoundary[index] ? 1 : 0) - atBoundary
      singles[m + index] = (isSingle ? 1 : 0) - asSingle
      behind = (
        Self.logSum(behind.none, gap + behind.boundary),
        Self.logSum(behind.none, gap + single + behind.boundary)
      )
    }
    for index in 0..<m {
      gaps[index] = 0
      singles[index] = 0
      gaps[m + count + index] = 0
      singles[m + count + index] = 0
    }
  }

  private static func logSum(_ a: Float, _ b: Float) -> Float {
    let high = max(a, b)
    let low = min(a, b)
    return low == -.infinity ? high : high + Float.log(onePlus: Float.exp(low - high))
  }

  private static func exp(_ value: Float) -> Float { Float.exp(min(value, 0)) }
}
