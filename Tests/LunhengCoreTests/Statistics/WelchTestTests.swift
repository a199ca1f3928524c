import LunhengCore
import Testing

@Suite("Welch's test")
struct WelchTestTests {
  /// Counts of Kilgarriff, "Comparing corpora" (2001), p. 238; expected is what scipy 1.16 gives,
  /// `ttest_ind(…, equal_var=False)`.
  @Test("is what scipy gives")
  func isThatOfScipy() throws {
    let test = try #require(
      WelchTest(.init([12, 15, 18, 24, 88]), .init([3, 3, 13, 27, 33])))
    #expect(abs(test.statistic - 1.002_805_980_591_831) < 1e-12)
    #expect(abs(test.degrees - 5.433_513_552_350_332) < 1e-12)
    #expect(abs(test.significance - 0.358_500_377_825_513_14) < 1e-11)
  }

  @Test("needs two observations of each, and some spread")
  func mayBeMissing() {
    #expect(WelchTest(.init([1, 2, 3]), .init([4])) == nil)
    #expect(WelchTest(.init([]), .init([4, 5])) == nil)
    #expect(WelchTest(.init([2, 2]), .init([2, 2])) == nil)
    #expect(WelchTest(.init([2, 2]), .init([3, 4])) != nil)
  }

  @Test("works with rates as small as those of rare words")
  func worksWithSmallRates() throws {
    let one = WelchTest.Sample([1e-170, 3e-170, 2e-170])
    let other = WelchTest.Sample([5e-170, 4e-170, 9e-170])
    #expect(WelchTest(one, other)?.significance.isNaN != true)
  }
}
