import Testing

@testable import LunhengIngest

struct GlobSegmentTests {
  /// Tries everything, straight from the definition.
  private func oracle(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return oracle(pattern.dropFirst(), name) || !name.isEmpty && oracle(pattern, name.dropFirst())
    }
    guard let head = name.first, first == "?" || first == head else { return false }
    return oracle(pattern.dropFirst(), name.dropFirst())
  }

  @Test func starsAndQuestionMarksMatchWhatTheirDefinitionSays() {
    var random = SplitMix64(seed: 1)
    var matches = 0
    for _ in 0..<8_000 {
      let pattern = random.text(of: "ab?**", upTo: 7)
      let name = random.text(of: "ab", upTo: 8)
      let expected = oracle(Array(pattern)[...], Array(name)[...])
      #expect(GlobSegment(pattern).matches(name) == expected, "\(pattern) \(name)")
      matches += expected ? 1 : 0
    }
    #expect(matches > 400)
  }

  @Test func manyStarsTakeNoTime() {
    let pattern = GlobSegment(String(repeating: "*a", count: 50) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
  }

  @Test func aQuestionMarkStandsForOneScalar() {
    #expect(GlobSegment("?.txt").matches("𠀀.txt"))
    #expect(!GlobSegment("?").matches("e\u{301}"))
  }
}
