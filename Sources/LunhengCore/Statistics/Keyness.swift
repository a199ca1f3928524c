import RealModule

/// How much commoner something is in one body of text than in another: the figures behind key words.
///
/// ```swift
/// let keyness = Keyness(target: 30, targetSize: 1_000, rest: 10, restSize: 2_000)
/// keyness.logLikelihood   // 29.0: far more than chance
/// keyness.logRatio        // 2.58: 2^2.58 = 6 times as frequent
/// ```
public struct Keyness: Hashable, Sendable {
  /// Occurrences in the target and in all other text.
  public var target: Int
  public var rest: Int
  /// Size of the two, in whatever unit: words, characters, documents.
  public var targetSize: Int
  public var restSize: Int

  public init(target: Int, targetSize: Int, rest: Int, restSize: Int) {
    self.target = target
    self.targetSize = targetSize
    self.rest = rest
    self.restSize = restSize
  }

  /// The log-likelihood ratio G², 2 · Σ O · ln(O / E) over the two occurrence counts, signed: negative
  /// where the target has less than its share. 0 where one of the bodies is empty.
  ///
  /// Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
  /// Linguistics 19 (1993), in the form with two terms of Rayson and Garside, "Comparing corpora using
  /// frequency profiling" (2000). Beyond 3.84 it would come by chance in 5 of 100 cases, beyond 6.63
  /// in one, beyond 10.83 in one of 1,000, were occurrences independent of one another, which words of
  /// one text are not: use it for ranking, together with document counts.
  public var logLikelihood: Double {
    guard targetSize > 0, restSize > 0 else { return 0 }
    let rate = Double(target + rest) / (Double(targetSize) + Double(restSize))
    func part(_ observed: Int, _ size: Int) -> Double {
      observed == 0 ? 0 : Double(observed) * .log(Double(observed) / (rate * Double(size)))
    }
    let value = max(0, 2 * (part(target, targetSize) + part(rest, restSize)))
    return isOverused ? value : -value
  }

  /// The binary logarithm of the ratio of the two relative frequencies: 1 for twice as frequent in the
  /// target, -1 for half. A count of 0 is taken for 0.5. 0 where one of the bodies is empty.
  ///
  /// Hardie, "Log Ratio: an informal introduction" (2014). The size of an effect, where G² is the
  /// evidence for it.
  public var logRatio: Double {
    guard targetSize > 0, restSize > 0 else { return 0 }
    func frequency(_ count: Int, _ size: Int) -> Double {
      (count == 0 ? 0.5 : Double(count)) / Double(size)
    }
    return .log2(frequency(target, targetSize) / frequency(rest, restSize))
  }

  /// Whether the target has more than its share.
  public var isOverused: Bool {
    Double(target) * Double(restSize) > Double(rest) * Double(targetSize)
  }
}
