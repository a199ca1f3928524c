import LunhengCore
import Testing

/// Figures from the papers that the measures are from, or that work them out.
@Suite("Association")
struct AssociationTests {
  private func association(_ both: Int, _ first: Int, _ second: Int, _ total: Int) -> Association {
    Association(
      table: ContingencyTable(both: both, first: first, second: second, total: total),
      first: first, second: second)
  }

  /// Church and Hanks (1990), p. 24: "doctors" and "dentists" of the AP corpus.
  @Test("has the PMI of Church and Hanks (1990)")
  func mutualInformation() throws {
    let found = association(8, 1105, 44, 15_000_000)
    #expect(abs(try #require(found.mutualInformation) - 11.3) < 0.05)
    // log₂(O³ / E) is PMI + 2 · log₂ 8.
    #expect(abs(found.cubicMutualInformation! - found.mutualInformation! - 6) < 1e-12)
  }

  /// Manning and Schütze, "Foundations of statistical natural language processing" (1999), p. 165:
  /// "new companies".
  @Test("has the t of Manning and Schütze (1999)")
  func tScore() throws {
    let found = association(8, 15_828, 4675, 14_307_668)
    #expect(abs(try #require(found.tScore) - 0.999_932) < 5e-7)
  }

  /// Smadja, McKeown and Hatzivassiloglou (1996), p. 13: "today" and "aujourd'hui".
  @Test("has the Dice of Smadja and others (1996)")
  func dice() throws {
    let found = association(130, 3121, 143, 1_000_000)
    #expect(abs(try #require(found.dice) - 0.08) < 0.005)
  }

  /// Pedersen and Bruce (1996), p. 12.
  @Test("has the minimum sensitivity of Pedersen and Bruce (1996)")
  func minimumSensitivity() throws {
    let found = association(17, 257, 1018, 1_300_000)
    #expect(abs(try #require(found.minimumSensitivity) - 0.016_699) < 5e-7)
  }

  /// Rychlý (2008), section 3.1: 14 where the words are always together; 0 for once in 16,000 (2¹⁴) of
  /// either; one more for twice as strong.
  @Test("has the bounds of Rychlý's logDice (2008)")
  func logDice() throws {
    #expect(association(50, 50, 50, 1000).logDice == 14)
    #expect(association(1, 1 << 14, 1 << 14, 10_000_000).logDice == 0)
    let once = try #require(association(10, 400, 500, 100_000).logDice)
    #expect(abs(association(20, 400, 500, 100_000).logDice! - once - 1) < 1e-12)
    // It does not depend on the size of the corpus.
    #expect(association(10, 400, 500, 900_000).logDice == once)
  }

  /// 20 together, 400 · 500 / 100,000 = 2 expected.
  @Test("has z by hand")
  func zScore() throws {
    let found = association(20, 400, 500, 100_000)
    #expect(found.expected == 2)
    #expect(abs(try #require(found.zScore) - 18 / 2.0.squareRoot()) < 1e-12)
  }

  @Test("is missing where the words are never together")
  func mayBeMissing() {
    for found in [association(0, 5, 6, 100), association(0, 0, 0, 0), association(0, 0, 3, 5)] {
      #expect(found.mutualInformation == nil && found.cubicMutualInformation == nil)
      #expect(found.tScore == nil && found.zScore == nil)
      #expect(found.dice == nil && found.logDice == nil && found.minimumSensitivity == nil)
      #expect(found.logLikelihood <= 0)
    }
  }
}
