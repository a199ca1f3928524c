import RealModule

/// Further measures of how much commoner something is in the target. Those that test a difference are
/// signed as `logLikelihood` is: negative where the target has less than its share.
extension Keyness {
  /// Target or rest by this thing or all others.
  public var table: ContingencyTable {
    ContingencyTable(
      both: target, firstOnly: targetSize - target, secondOnly: rest, neither: restSize - rest)
  }

  private func signed(_ value: Double) -> Double { isOverused ? value : -value }

  /// How likely a G² (the one with two terms) as great is by chance, were occurrences independent.
  public var significance: Double { Significance.chiSquare(abs(logLikelihood)) }

  /// G² over all four cells of the table, in Dunning's own form; hardly greater than `logLikelihood`
  /// where the thing is rare. What quanteda's `textstat_keyness` gives as `G2` without correction.
  public var fullLogLikelihood: Double { signed(table.logLikelihood) }

  /// Pearson's χ² over the four cells, and the same with Yates's correction.
  public var chiSquare: Double { signed(table.chiSquare) }
  public var yatesChiSquare: Double { signed(table.yatesChiSquare) }

  /// The 95% confidence interval of `logRatio`, by the delta method for the logarithm of a ratio of two
  /// shares: ± 1.96 · √(1/a − 1/A + 1/b − 1/B) / ln 2. A count of 0 is taken for 0.5, as in `logRatio`.
  ///
  /// Katz et al., "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34
  /// (1978); the interval that CQPweb gives (Hardie 2014). Nil where one of the bodies is empty.
  public var logRatioInterval: ClosedRange<Double>? {
    guard targetSize > 0, restSize > 0 else { return nil }
    func variance(_ count: Int, _ size: Int) -> Double {
      let count = count == 0 ? 0.5 : Double(count)
      return max(0, 1 / count - 1 / Double(size))
    }
    let error = (variance(target, targetSize) + variance(rest, restSize)).squareRoot()
    let margin = Significance.normal95 * error / .log(2)
    return logRatio - margin...logRatio + margin
  }

  /// (target + N) / (rest + N) of the frequencies per million: above 1 for overuse. The greater N, the
  /// more common things come first.
  ///
  /// Kilgarriff, "Simple maths for keywords", Proceedings of Corpus Linguistics (2009); Sketch Engine's
  /// keyness score. Nil where one of the bodies is empty.
  ///
  /// - Precondition: `smoothing` is above 0.
  public func simpleMaths(smoothing: Double) -> Double? {
    precondition(smoothing > 0, "nothing may be divided by 0")
    guard let target = perMillion, let rest = restPerMillion else { return nil }
    return (target + smoothing) / (rest + smoothing)
  }

  /// By how many per cent the frequency in the target is above the one in the rest: 100 for twice.
  ///
  /// Gabrielatos and Marchi, "Keyness: matching metrics to definitions" (2011). Nil where the rest has
  /// none.
  public var percentDifference: Double? {
    guard let target = perMillion, let other = restPerMillion, rest > 0 else { return nil }
    return (target - other) / other * 100
  }

  /// The odds of being this thing in the target over those in the rest. Nil where the divisor is 0: the
  /// rest has none, or the target nothing else.
  public var oddsRatio: Double? { table.oddsRatio }

  /// Occurrences in a million; nil of nothing.
  public var perMillion: Double? {
    targetSize > 0 ? Double(target) / Double(targetSize) * 1_000_000 : nil
  }
  public var restPerMillion: Double? {
    restSize > 0 ? Double(rest) / Double(restSize) * 1_000_000 : nil
  }
}
