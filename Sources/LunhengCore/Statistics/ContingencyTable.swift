import RealModule

/// Counts of things by whether they are of one kind and whether they are of another.
///
///               second   not
///     first      both    firstOnly
///     not   secondOnly   neither
///
/// The measures of a table in which a row or column is empty are 0: it says nothing.
public struct ContingencyTable: Hashable, Sendable {
  public var both: Int
  public var firstOnly: Int
  public var secondOnly: Int
  public var neither: Int

  public init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    self.both = both
    self.firstOnly = firstOnly
    self.secondOnly = secondOnly
    self.neither = neither
  }

  /// By the marginal counts, all things of the first kind and all of the second.
  public init(both: Int, first: Int, second: Int, total: Int) {
    self.init(
      both: both, firstOnly: first - both, secondOnly: second - both,
      neither: total - first - second + both)
  }

  public var first: Int { both + firstOnly }
  public var second: Int { both + secondOnly }
  public var total: Int { first + secondOnly + neither }

  /// What `both` would be if the kinds had nothing to do with each other: first · second / total.
  public var expected: Double {
    total == 0 ? 0 : Double(first) / Double(total) * Double(second)
  }

  /// Whether the kinds go together more often than that.
  public var isAttraction: Bool { Double(both) > expected }

  /// Observed and expected counts of the four cells; nil if a row or column is empty.
  private var cells: [(observed: Double, expected: Double)]? {
    let rows = (Double(first), Double(total - first))
    let columns = (Double(second), Double(total - second))
    guard rows.0 > 0, rows.1 > 0, columns.0 > 0, columns.1 > 0 else { return nil }
    let size = Double(total)
    return [
      (Double(both), rows.0 / size * columns.0), (Double(firstOnly), rows.0 / size * columns.1),
      (Double(secondOnly), rows.1 / size * columns.0),
      (Double(neither), rows.1 / size * columns.1),
    ]
  }

  /// The log-likelihood ratio G² over all four cells, 2 · Σ O · ln(O / E); never below 0.
  ///
  /// Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
  /// Linguistics 19 (1993).
  public var logLikelihood: Double {
    guard let cells else { return 0 }
    let sum = cells.reduce(0) { sum, cell in
      cell.observed == 0 ? sum : sum + cell.observed * .log(cell.observed / cell.expected)
    }
    return max(0, 2 * sum)
  }

  /// Pearson's χ², Σ (O − E)² / E.
  public var chiSquare: Double { chiSquare(correction: 0) }

  /// χ² with Yates's correction for continuity, which takes ½ off each difference (but not more than
  /// there is): Yates, "Contingency tables involving small numbers and the χ² test", Supplement to the
  /// Journal of the Royal Statistical Society 1 (1934).
  public var yatesChiSquare: Double { chiSquare(correction: 0.5) }

  private func chiSquare(correction: Double) -> Double {
    guard let cells else { return 0 }
    return cells.reduce(0) { sum, cell in
      let difference = max(0, abs(cell.observed - cell.expected) - correction)
      return sum + difference * difference / cell.expected
    }
  }

  /// both · neither / (firstOnly · secondOnly); nil if the divisor is 0.
  public var oddsRatio: Double? {
    guard firstOnly > 0, secondOnly > 0 else { return nil }
    return Double(both) / Double(firstOnly) * (Double(neither) / Double(secondOnly))
  }

  /// The interaction λ of the saturated log-linear model, the logarithm of the odds ratio with ½ added to
  /// each count, and its standard error.
  ///
  /// Blaheta and Johnson, "Unsupervised learning of multi-word verbs", ACL workshop on collocation
  /// (2001); what quanteda's `textstat_collocations` gives as `lambda`, and λ / error as `z`.
  public var interaction: (lambda: Double, error: Double) {
    let counts = [both, firstOnly, secondOnly, neither].map { Double($0) + 0.5 }
    return (
      .log(counts[0] / counts[1]) - .log(counts[2] / counts[3]),
      counts.reduce(0) { $0 + 1 / $1 }.squareRoot()
    )
  }
}
