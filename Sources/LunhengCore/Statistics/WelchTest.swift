import RealModule

/// Whether the means of two samples differ more than their spread explains.
///
/// Welch, "The generalization of 'Student's' problem when several different population variances are
/// involved", Biometrika 34 (1947). With a document's rate of a word as the observation, it asks how
/// documents differ and not how words do, as Lijffijt et al., "Significance testing of word frequencies in
/// corpora", Digital Scholarship in the Humanities 31 (2016), advise: words of one text are not
/// independent of each other.
public struct WelchTest: Hashable, Sendable {
  /// The mean of a sample and its variance, by n − 1.
  public struct Sample: Hashable, Sendable {
    public var count: Int
    public var mean: Double
    public var variance: Double

    public init(count: Int, mean: Double, variance: Double) {
      self.count = count
      self.mean = mean
      self.variance = variance
    }

    public init(_ values: [Double]) {
      let mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.init(
        count: values.count, mean: mean,
        variance: values.count < 2 ? 0 : squares / Double(values.count - 1))
    }
  }

  /// t: above 0 where the first mean is the greater.
  public let statistic: Double
  /// By Welch and Satterthwaite; no whole number.
  public let degrees: Double
  /// Two-sided.
  public let significance: Double

  /// Nil where a sample has fewer than two observations, or where neither has any spread.
  public init?(_ one: Sample, _ other: Sample) {
    guard one.count > 1, other.count > 1 else { return nil }
    let a = one.variance / Double(one.count)
    let b = other.variance / Double(other.count)
    guard a + b > 0 else { return nil }
    statistic = (one.mean - other.mean) / (a + b).squareRoot()
    // As shares of the sum: their squares may be too small to be told from 0.
    let share = (a / (a + b), b / (a + b))
    degrees =
      1
      / (share.0 * share.0 / Double(one.count - 1) + share.1 * share.1 / Double(other.count - 1))
    guard let tail = Significance.student(statistic, degrees: degrees) else { return nil }
    significance = tail
  }
}
