import RealModule

/// How evenly something is spread over the parts of a body of text.
///
/// Measures as Gries sums them up, "Analyzing dispersion", in Paquot and Gries (eds.), "A practical
/// handbook of corpus linguistics" (2020), for parts of any size. Parts without text are left out. Those
/// that say nothing are nil: of something that does not occur, and of a body in one part.
///
/// ```swift
/// let spread = Dispersion(counts: [1, 2, 3, 4, 5], sizes: [9, 10, 10, 10, 11])
/// spread.deviationOfProportions   // 0.18
/// ```
public struct Dispersion: Hashable, Sendable {
  /// Occurrences in each part, and its size in words.
  public let counts: [Int]
  public let sizes: [Int]
  public let count: Int
  public let size: Int

  /// - Precondition: as many counts as sizes, and none below 0.
  public init(counts: [Int], sizes: [Int]) {
    precondition(counts.count == sizes.count, "a part needs a count and a size")
    let kept = sizes.indices.filter { sizes[$0] > 0 }
    self.counts = kept.map { counts[$0] }
    self.sizes = kept.map { sizes[$0] }
    count = self.counts.reduce(0, +)
    size = self.sizes.reduce(0, +)
  }

  public var parts: Int { counts.count }

  /// Parts that have it.
  public var range: Int { counts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } }

  private var isMeasurable: Bool { count > 0 && parts > 1 }

  /// Frequencies relative to the size of each part.
  private var rates: [Double] { zip(counts, sizes).map { Double($0) / Double($1) } }

  /// Juilland's D, 1 − V / √(n − 1), where V is the coefficient of variation of the rates (by n, not
  /// n − 1): 1 for an even spread, 0 for all in one part.
  ///
  /// Juilland, Brodin and Davidovitch, "Frequency dictionary of French words" (1970). Of many parts it
  /// hardly tells words apart (Biber et al. 2016).
  public var juillandD: Double? {
    guard isMeasurable else { return nil }
    let rates = rates
    let size = Double(parts)
    let mean = rates.reduce(0, +) / size
    let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / size
    return max(0, 1 - variance.squareRoot() / mean / (size - 1).squareRoot())
  }

  /// Carroll's D₂, the entropy of the rates over its maximum: 1 for an even spread, 0 for all in one part.
  ///
  /// Carroll, "An alternative to Juilland's usage coefficient for lexical frequencies", ETS Research
  /// Bulletin (1970).
  public var carrollD2: Double? {
    guard isMeasurable else { return nil }
    let rates = rates
    let sum = rates.reduce(0, +)
    let entropy = rates.reduce(0) { $1 == 0 ? $0 : $0 - $1 / sum * .log($1 / sum) }
    return entropy / .log(Double(parts))
  }

  /// Rosengren's S, (Σ √(sᵢ · vᵢ))² / f, where sᵢ is a part's share of the text: 1 for an even spread, and
  /// at least the share of the smallest part.
  ///
  /// Rosengren, "The quantitative concept of language and its relation to the structure of frequency
  /// dictionaries", Études de linguistique appliquée 1 (1971).
  public var rosengrenS: Double? {
    guard isMeasurable else { return nil }
    let sum = zip(counts, sizes).reduce(0) {
      $0 + (Double($1.1) / Double(size) * Double($1.0)).squareRoot()
    }
    return sum * sum / Double(count)
  }

  /// Gries's DP, ½ · Σ |vᵢ / f − sᵢ|: 0 for a spread as the sizes of the parts let expect, near 1 for all
  /// in one small part.
  ///
  /// Gries, "Dispersions and adjusted frequencies in corpora", International Journal of Corpus Linguistics
  /// 13 (2008).
  public var deviationOfProportions: Double? {
    guard isMeasurable else { return nil }
    return zip(counts, sizes).reduce(0) {
      $0 + abs(Double($1.0) / Double(count) - Double($1.1) / Double(size))
    } / 2
  }

  /// DP over its maximum, 1 − the share of the smallest part, so that 1 is all in that part.
  ///
  /// Lijffijt and Gries, "Correction to Stefan Th. Gries' 'Dispersions and adjusted frequencies in
  /// corpora'", International Journal of Corpus Linguistics 17 (2012).
  public var normalisedDeviation: Double? {
    guard let least = sizes.min(), let deviation = deviationOfProportions else { return nil }
    return deviation / (1 - Double(least) / Double(size))
  }
}
