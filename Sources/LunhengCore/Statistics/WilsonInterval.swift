import RealModule

/// Where the true share lies, given how many of a sample had a property.
///
/// Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
/// American Statistical Association 22 (1927). Unlike the textbook interval it stays within 0–1 and
/// holds for small samples and for shares near 0 and 1.
///
/// ```swift
/// WilsonInterval(8, of: 10)   // 0.490–0.943
/// ```
public struct WilsonInterval: Hashable, Sendable {
  public var lower: Double
  public var upper: Double

  /// - Parameters:
  ///   - z: the quantile of the normal distribution; 1.96 for 95%.
  /// - Precondition: `0 ... total` contains `count`. Of nothing, everything is possible: 0–1.
  public init(_ count: Int, of total: Int, z: Double = 1.959_963_984_540_054) {
    precondition((0...max(0, total)).contains(count), "more than there are")
    guard total > 0 else {
      (lower, upper) = (0, 1)
      return
    }
    let size = Double(total)
    let share = Double(count) / size
    let square = z * z
    let centre = share + square / (2 * size)
    let margin = z * (share * (1 - share) / size + square / (4 * size * size)).squareRoot()
    let scale = 1 + square / size
    // Rounding must not take the ends beyond what they are at none and at all.
    lower = count == 0 ? 0 : max(0, (centre - margin) / scale)
    upper = count == total ? 1 : min(1, (centre + margin) / scale)
  }
}
