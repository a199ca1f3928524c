import LunhengCore
import Testing

/// Figures from the papers that the measures are from, or that work them out.
@Suite("Contingency tables")
struct ContingencyTableTests {
  /// Dunning (1993), table 2: bigrams of a Swiss report, "the swiss" and "natural gas".
  @Test(
    "have the G² of Dunning (1993)",
    arguments: [
      (ContingencyTable(both: 110, firstOnly: 2442, secondOnly: 111, neither: 29_114), 270.72),
      (ContingencyTable(both: 10, firstOnly: 0, secondOnly: 3, neither: 31_764), 167.23),
    ])
  func dunning(table: ContingencyTable, value: Double) {
    #expect(abs(table.logLikelihood - value) < 0.006, "\(table.logLikelihood)")
    #expect(table.isAttraction)
  }

  /// Dunning (1993), table 3: χ² of a bigram that stands three times and its words nowhere else.
  @Test("have the χ² of Dunning (1993)")
  func chiSquare() {
    let table = ContingencyTable(both: 3, firstOnly: 0, secondOnly: 0, neither: 31_774)
    #expect(abs(table.chiSquare - 31_777) < 1e-6)
  }

  /// Pedersen, "Fishing for exactness" (1996), the tea drinker.
  @Test("have the corrected χ² of Pedersen (1996)")
  func yates() {
    let table = ContingencyTable(both: 1, firstOnly: 3, secondOnly: 3, neither: 1)
    #expect(abs(table.yatesChiSquare - 0.5) < 1e-12)
    #expect(abs(table.chiSquare - 2) < 1e-12)
    #expect(!table.isAttraction)
  }

  /// quanteda's own test of `textstat_keyness` (test-textstat_keyness.R): documents of seven b and three
  /// a, and two b and seven a. The values are those of scipy's `chi2_contingency`.
  @Test("have the keyness of quanteda")
  func quanteda() throws {
    let keyness = Keyness(target: 7, targetSize: 10, rest: 2, restSize: 9)
    #expect(abs(keyness.fullLogLikelihood - 4.534939332) < 1e-8)
    #expect(abs(keyness.chiSquare - 4.337160494) < 1e-8)
    #expect(abs(keyness.yatesChiSquare - 2.632438272) < 1e-8)
    #expect(try #require(keyness.oddsRatio) == 7.0 / 3 / (2.0 / 7))
  }

  /// Counts worked out by hand: ln((8.5 · 90.5) / (2.5 · 1.5)), and √(1/8.5 + 1/2.5 + 1/1.5 + 1/90.5).
  @Test("have an interaction with ½ added to each count")
  func interaction() {
    let table = ContingencyTable(both: 8, firstOnly: 2, secondOnly: 1, neither: 90)
    #expect(abs(table.interaction.lambda - 5.323_660) < 1e-6)
    #expect(abs(table.interaction.error - 1.093_327) < 1e-6)
  }

  @Test("are the same by cells and by margins")
  func margins() {
    let table = ContingencyTable(both: 8, first: 10, second: 9, total: 101)
    #expect(table == ContingencyTable(both: 8, firstOnly: 2, secondOnly: 1, neither: 90))
    #expect(abs(table.expected - 90.0 / 101) < 1e-12)
  }

  @Test("say nothing where a row or column is empty")
  func mayBeEmpty() {
    for table in [
      ContingencyTable(both: 0, firstOnly: 0, secondOnly: 0, neither: 0),
      ContingencyTable(both: 0, firstOnly: 0, secondOnly: 3, neither: 4),
      ContingencyTable(both: 5, firstOnly: 0, secondOnly: 2, neither: 0),
    ] {
      #expect(table.logLikelihood == 0)
      #expect(table.chiSquare == 0)
      #expect(table.yatesChiSquare == 0)
      #expect(table.oddsRatio == nil)
      #expect(table.interaction.lambda.isFinite && table.interaction.error.isFinite)
    }
  }
}
