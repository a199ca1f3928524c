import LunhengCore
import Testing

/// Figures from the papers that the measures are from, or that work them out.
@Suite("Dispersion")
struct DispersionTests {
  private func equal(_ counts: [Int]) -> Dispersion {
    Dispersion(counts: counts, sizes: counts.map { _ in 10 })
  }

  private func expect(_ value: Double?, _ expected: Double, within error: Double) {
    #expect(value.map { abs($0 - expected) <= error } ?? false, "\(value ?? .nan) for \(expected)")
  }

  /// Gries, "Analyzing dispersion" (2020): the letters of "b a m n i b e u p", "b a s a t b e w q n",
  /// "b c a g a b e s t a", "b a g h a b e a a t", "b a h a a b e a x a t" as words in five parts.
  @Test("is that of Gries (2020)")
  func gries() {
    let sizes = [9, 10, 10, 10, 11]
    let a = Dispersion(counts: [1, 2, 3, 4, 5], sizes: sizes)
    #expect(a.range == 5)
    #expect(a.count == 15)
    expect(a.deviationOfProportions, 0.18, within: 5e-10)
    expect(a.normalisedDeviation, 0.18 / 0.82, within: 5e-10)
    expect(a.juillandD, 0.785, within: 5e-4)
    expect(a.carrollD2, 0.938, within: 5e-4)
    expect(a.rosengrenS, 0.95, within: 5e-3)
    let b = Dispersion(counts: [2, 2, 2, 2, 2], sizes: sizes)
    expect(b.juillandD, 0.968, within: 5e-4)
    expect(b.rosengrenS, 0.999, within: 5e-4)
    expect(b.deviationOfProportions, 0.02, within: 5e-10)
    expect(b.normalisedDeviation, 0.024, within: 5e-4)
    for (part, deviation, norm, rosengren) in [
      (0, 0.82, 1, 0.18), (1, 0.8, 0.976, 0.2), (4, 0.78, 0.951, 0.22),
    ] {
      var counts = [0, 0, 0, 0, 0]
      counts[part] = 1
      let one = Dispersion(counts: counts, sizes: sizes)
      expect(one.deviationOfProportions, deviation, within: 5e-10)
      expect(one.normalisedDeviation, norm, within: 5e-4)
      expect(one.rosengrenS, rosengren, within: 5e-10)
      expect(one.juillandD, 0, within: 1e-9)
      expect(one.carrollD2, 0, within: 1e-12)
    }
  }

  /// Gries (2008), pp. 407 and 416, and Lijffijt and Gries (2012), p. 148.
  @Test("is that of Gries (2008) and its correction")
  func griesEarlier() {
    expect(equal([1, 2, 3, 4, 5]).rosengrenS, 0.937, within: 5e-4)
    expect(equal([3, 3, 3]).deviationOfProportions, 0, within: 1e-12)
    expect(equal([2, 1, 0]).normalisedDeviation, 0.5, within: 1e-9)
  }

  /// Carroll (1970), pp. 13 and 14.
  @Test("is that of Carroll (1970)")
  func carroll() {
    expect(equal([2, 1, 1, 1, 0]).carrollD2, 0.8277, within: 5e-5)
    expect(equal([0, 4, 3, 2, 1]).juillandD, 0.6464, within: 5e-5)
  }

  @Test("is nothing of what does not occur, and of one part")
  func mayBeMissing() {
    for dispersion in [
      equal([0, 0, 0]), equal([4]), equal([]), Dispersion(counts: [3, 0], sizes: [5, 0]),
    ] {
      #expect(dispersion.juillandD == nil)
      #expect(dispersion.carrollD2 == nil)
      #expect(dispersion.rosengrenS == nil)
      #expect(dispersion.deviationOfProportions == nil)
      #expect(dispersion.normalisedDeviation == nil)
    }
  }

  @Test("does not see parts without text")
  func leavesOutEmptyParts() {
    #expect(
      Dispersion(counts: [1, 0, 2], sizes: [4, 0, 5]) == Dispersion(counts: [1, 2], sizes: [4, 5]))
  }

  @Test("stays between its bounds")
  func isBounded() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<300 {
      let parts = Int.random(in: 2...9, using: &random)
      let sizes = (0..<parts).map { _ in Int.random(in: 1...50, using: &random) }
      let counts = sizes.map { Int.random(in: 0...$0, using: &random) }
      let dispersion = Dispersion(counts: counts, sizes: sizes)
      guard dispersion.count > 0 else { continue }
      for value in [
        dispersion.juillandD, dispersion.carrollD2, dispersion.rosengrenS,
        dispersion.deviationOfProportions, dispersion.normalisedDeviation,
      ] {
        #expect(value.map { (-1e-12...1 + 1e-12).contains($0) } ?? false, "\(counts) \(sizes)")
      }
    }
  }
}
