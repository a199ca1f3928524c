/// How p-values are corrected for the number of tests: of 10,000 words, 500 have p < 0.05 by chance.
public enum MultipleTesting: String, CaseIterable, Sendable {
  /// Keeps the chance of a single false finding: Holm, "A simple sequentially rejective multiple test
  /// procedure", Scandinavian Journal of Statistics 6 (1979). Holds however tests depend on each other.
  case holm
  /// Keeps the expected share of false findings: Benjamini and Hochberg, "Controlling the false discovery
  /// rate", Journal of the Royal Statistical Society B 57 (1995). Holds for tests that are independent
  /// or depend on each other positively.
  case benjaminiHochberg = "bh"
  case none

  /// The corrected values, each in the place of its own.
  ///
  /// Complexity: O(n log n).
  public func adjusted(_ values: [Double]) -> [Double] {
    guard self != .none else { return values }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var result = values
    let count = Double(values.count)
    switch self {
    case .holm:
      var greatest = 0.0
      for (rank, index) in order.enumerated() {
        greatest = max(greatest, min(1, (count - Double(rank)) * values[index]))
        result[index] = greatest
      }
    case .benjaminiHochberg:
      var least = 1.0
      for (rank, index) in order.enumerated().reversed() {
        least = min(least, count / Double(rank + 1) * values[index])
        result[index] = least
      }
    case .none: break
    }
    return result
  }
}
