import LunhengCore
import Testing

@Suite("Keyness")
struct KeynessTests {
  /// 40 in 3,000: 13⅓ and 26⅔ are expected, so 2 · (30 · ln 2.25 + 10 · ln 0.375).
  @Test("is what is computed by hand")
  func isComputed() {
    let keyness = Keyness(target: 30, targetSize: 1000, rest: 10, restSize: 2000)
    #expect(abs(keyness.logLikelihood - 29.039228) < 1e-6)
    #expect(abs(keyness.logRatio - 2.584963) < 1e-6)
    #expect(keyness.isOverused)
  }

  @Test("is the same with the bodies changed about, but for its sign")
  func isSigned() {
    let one = Keyness(target: 30, targetSize: 1000, rest: 10, restSize: 2000)
    let other = Keyness(target: 10, targetSize: 2000, rest: 30, restSize: 1000)
    #expect(other.logLikelihood == -one.logLikelihood)
    #expect(abs(other.logRatio + one.logRatio) < 1e-12)
    #expect(!other.isOverused)
  }

  @Test("is nothing where both have their share")
  func mayBeNothing() {
    let keyness = Keyness(target: 5, targetSize: 500, rest: 10, restSize: 1000)
    #expect(abs(keyness.logLikelihood) < 1e-9)
    #expect(keyness.logRatio == 0)
    #expect(!keyness.isOverused)
  }

  /// Half an occurrence stands for none: 8 / 1000 against 0.5 / 1000 is 16 times, and of the G² only
  /// 2 · 8 · ln 2 is left.
  @Test("is finite where one has none")
  func isFinite() {
    let keyness = Keyness(target: 8, targetSize: 1000, rest: 0, restSize: 1000)
    #expect(keyness.logRatio == 4)
    #expect(abs(keyness.logLikelihood - 11.090355) < 1e-6)
    #expect(Keyness(target: 0, targetSize: 1000, rest: 8, restSize: 1000).logRatio == -4)
  }

  @Test("is nothing where one body has no text")
  func needsText() {
    for keyness in [
      Keyness(target: 3, targetSize: 10, rest: 0, restSize: 0),
      Keyness(target: 0, targetSize: 0, rest: 3, restSize: 10),
      Keyness(target: 0, targetSize: 10, rest: 0, restSize: 10),
    ] {
      #expect(keyness.logLikelihood == 0)
      #expect(keyness.logRatio == 0)
    }
  }
}
