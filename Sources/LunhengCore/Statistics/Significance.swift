import RealModule

/// How likely a statistic as great as the one seen is by chance alone.
///
/// All are two-sided and accurate to about 1e-12 of their value down to 1e-300; beyond it they are 0.
public enum Significance {
  /// The upper tail of χ² with one degree of freedom, erfc(√(x / 2)). 1 for nothing or less.
  public static func chiSquare(_ value: Double) -> Double {
    value > 0 ? .erfc((value / 2).squareRoot()) : 1
  }

  /// Both tails of Student's t, I(ν / (ν + t²); ν / 2, ½) by the regularised incomplete beta function
  /// (Abramowitz and Stegun 1964, 26.7.1 and 26.5.27). Nil where `degrees` is not above 0.
  public static func student(_ value: Double, degrees: Double) -> Double? {
    guard degrees > 0, !value.isNaN else { return nil }
    guard value.isFinite else { return 0 }
    let square = value * value
    return IncompleteBeta.withHalf(
      degrees / 2, at: degrees / (degrees + square), complement: square / (degrees + square),
      logarithm: -.log(onePlus: square / degrees))
  }

  /// The quantile of the normal distribution that leaves 2.5% above it: that of 95% intervals.
  static let normal95 = 1.959_963_984_540_054
}

/// The regularised incomplete beta function I(x; a, ½).
enum IncompleteBeta {
  /// By Lentz's evaluation of its continued fraction (Press et al., "Numerical Recipes", 3rd edition,
  /// section 6.4), on whichever side of the mean it converges fast.
  ///
  /// - Parameters:
  ///   - x: 0–1, with `complement` = 1 − x and `logarithm` = ln x given apart, because neither can be had
  ///     from x without loss where x is near 1.
  static func withHalf(
    _ a: Double, at x: Double, complement: Double, logarithm: Double
  ) -> Double {
    guard complement > 0 else { return 1 }
    // x^a · (1 − x)^½ / B(a, ½)
    let front =
      Double.exp(a * logarithm) * complement.squareRoot() * gammaRatio(a) / Double.pi.squareRoot()
    if x < (a + 1) / (a + 2.5) { return min(1, front * fraction(a, 0.5, x) / a) }
    return max(0, 1 - front * fraction(0.5, a, complement) / 0.5)
  }

  /// Γ(a + ½) / Γ(a): where a is great by its asymptotic series, since the logarithms of the two would
  /// be too great to keep the digits of their difference.
  private static func gammaRatio(_ a: Double) -> Double {
    guard a > 40 else { return .exp(.logGamma(a + 0.5) - .logGamma(a)) }
    let r = 1 / a
    let series: [Double] = [
      1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262_144, 869 / 4_194_304,
    ]
    return a.squareRoot() * series.reversed().reduce(0) { $0 * r + $1 }
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var value = d
    for step in 1...100_000 {
      let m = Double(step)
      for term in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 / away(1 + term * d)
        c = away(1 + term / c)
        value *= d * c
      }
      if abs(d * c - 1) < 1e-16 { break }
    }
    return value
  }
}
