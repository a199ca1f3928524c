import LunhengCore
import Testing

/// Figures from the papers that the measures are from, or that work them out.
@Suite("Keyness measures")
struct KeynessMeasureTests {
  /// Kilgarriff, "Simple maths for keywords" (2009): 35 in 112,289,776 words against 263 in
  /// 1,559,716,979, with N = 1.
  @Test("have the simple maths of Kilgarriff (2009)")
  func simpleMaths() throws {
    let keyness = Keyness(
      target: 35, targetSize: 112_289_811, rest: 263, restSize: 1_559_717_242)
    #expect(abs(try #require(keyness.simpleMaths(smoothing: 1)) - 1.1224) < 5e-5)
  }

  /// Pojanapunya and Todd, "Log-likelihood and odds ratio", Corpus Linguistics and Linguistic Theory 14
  /// (2018), p. 154.
  @Test("have the odds ratio of Pojanapunya and Todd (2018)")
  func oddsRatio() throws {
    let keyness = Keyness(target: 16_217, targetSize: 2_796_938, rest: 735, restSize: 2_087_946)
    #expect(abs(try #require(keyness.oddsRatio) - 16.6) < 0.05)
  }

  /// Gabrielatos and Marchi, "Keyness: matching metrics to definitions" (2011), p. 18.
  @Test("have the %DIFF of Gabrielatos and Marchi (2011)")
  func percentDifference() throws {
    let keyness = Keyness(target: 206_523, targetSize: 959_641, rest: 178_174, restSize: 1_562_358)
    #expect(abs(try #require(keyness.percentDifference) - 88.7) < 0.05)
  }

  /// 30 in 1,000 against 10 in 2,000, and 8 in 1,000 against none in 1,000, by hand.
  @Test("have an interval around the log ratio")
  func interval() throws {
    let one = try #require(
      Keyness(target: 30, targetSize: 1000, rest: 10, restSize: 2000).logRatioInterval)
    #expect(abs(one.lowerBound - (1.558282159)) < 1e-8)
    #expect(abs(one.upperBound - 3.611642843) < 1e-8)
    let other = try #require(
      Keyness(target: 8, targetSize: 1000, rest: 0, restSize: 1000).logRatioInterval)
    #expect(abs(other.lowerBound - (-0.120003899)) < 1e-8)
    #expect(abs(other.upperBound - 8.120003899) < 1e-8)
  }

  @Test("are signed where they test a difference")
  func areSigned() {
    let less = Keyness(target: 10, targetSize: 2000, rest: 30, restSize: 1000)
    #expect(less.fullLogLikelihood < 0 && less.chiSquare < 0 && less.yatesChiSquare < 0)
    #expect(less.significance < 1e-6)
    // The cells of all other words add little where the word is rare.
    #expect(abs(less.fullLogLikelihood / less.logLikelihood - 1) < 0.02)
  }

  @Test("are missing where there is nothing to divide by, and never infinite")
  func mayBeMissing() {
    for keyness in [
      Keyness(target: 3, targetSize: 10, rest: 0, restSize: 0),
      Keyness(target: 0, targetSize: 0, rest: 3, restSize: 10),
      Keyness(target: 3, targetSize: 10, rest: 0, restSize: 10),
      Keyness(target: 10, targetSize: 10, rest: 1, restSize: 1),
      Keyness(target: 0, targetSize: 0, rest: 0, restSize: 0),
    ] {
      let measures: [Double?] = [
        keyness.logLikelihood, keyness.fullLogLikelihood, keyness.chiSquare,
        keyness.yatesChiSquare, keyness.logRatio, keyness.simpleMaths(smoothing: 1),
        keyness.percentDifference, keyness.oddsRatio, keyness.significance,
        keyness.logRatioInterval?.lowerBound, keyness.logRatioInterval?.upperBound,
      ]
      #expect(measures.allSatisfy { $0?.isFinite ?? true }, "\(keyness)")
    }
    #expect(Keyness(target: 3, targetSize: 10, rest: 0, restSize: 10).percentDifference == nil)
    #expect(Keyness(target: 3, targetSize: 10, rest: 0, restSize: 0).logRatioInterval == nil)
  }
}
