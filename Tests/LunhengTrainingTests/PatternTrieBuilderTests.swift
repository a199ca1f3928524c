import LunhengCore
import Testing

@testable import LunhengTraining

@Suite("The trie of patterns")
struct PatternTrieBuilderTests {
  @Test("finds each prefix of each pattern and nothing else", arguments: 0..<30 as Range<UInt64>)
  func findsEachPrefix(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let characters = [3, 40, 3_000].randomElement(using: &generator)!
    let patterns = Set(
      (0..<Int.random(in: 0...800, using: &generator)).map { _ in
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in
          UInt16.random(in: 0..<UInt16(characters), using: &generator)
        }
      }
    ).sorted { $0.lexicographicallyPrecedes($1) }
    let prefixes = Set(patterns.flatMap { key in (2...5).map { key.prefix($0) } })
      .filter { $0.count > 1 }
    var values: [ArraySlice<UInt16>: UInt32] = [:]
    let trie = PatternTrieBuilder(patterns, characters: characters) { prefix in
      #expect(values[prefix] == nil, "asked for twice")
      values[prefix] = UInt32(values.count + 1)
      return UInt32(values.count)
    }
    #expect(Set(values.keys) == prefixes)

    for _ in 0..<2_000 {
      var text = (0..<5).map { _ in UInt16.random(in: 0..<UInt16(characters), using: &generator) }
      if Bool.random(using: &generator), let pattern = patterns.randomElement(using: &generator) {
        text.replaceSubrange(0..<pattern.count, with: pattern)
      }
      var found: [UInt32] = []
      var base = Int(trie.bases[Int(text[0])])
      for label in text.dropFirst() where base != 0 {
        let slot = trie.slots[base + Int(label)]
        guard PatternTrie.label(slot) == label else { break }
        found.append(UInt32(PatternTrie.value(slot)))
        base = PatternTrie.base(slot)
      }
      let expected = (2...5).compactMap { values[text.prefix($0)] }
      #expect(found == expected)
    }
  }

  @Test("keeps any step from any base within its places")
  func keepsStepsWithin() {
    let trie = PatternTrieBuilder([[0, 9], [9, 0], [9, 9, 9]], characters: 10) { _ in 1 }
    let bases =
      trie.bases.map(Int.init)
      + trie.slots.filter { $0 != PatternTrie.freeSlot }
      .map { PatternTrie.base($0) }
    #expect(bases.allSatisfy { $0 + 9 < trie.slots.count })
  }
}
