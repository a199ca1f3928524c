import LunhengCore

/// All patterns that carry weights: n-grams of the training text and words, each once.
struct PatternSet {
  struct Pattern {
    /// Index among the n-grams, or -1.
    var ngram: Int32 = -1
    /// Index among the words, or -1.
    var word: Int32 = -1
  }

  /// Distinct and sorted.
  private(set) var keys: [[UInt16]] = []
  private(set) var patterns: [Pattern] = []
  /// By character number, the pattern that it is by itself, or -1.
  private(set) var single: [Int32]
  /// Leads from longer texts to patterns: values are pattern indices from 1.
  private let trie: PatternTrieBuilder

  init(ngrams: [[UInt16]], words: [[UInt16]], characters: Int) {
    var (n, w) = (0, 0)
    while n < ngrams.count || w < words.count {
      var pattern = Pattern()
      let takesNgram =
        w == words.count
        || n < ngrams.count && !words[w].lexicographicallyPrecedes(ngrams[n])
      let takesWord =
        n == ngrams.count
        || w < words.count && !ngrams[n].lexicographicallyPrecedes(words[w])
      keys.append(takesNgram ? ngrams[n] : words[w])
      if takesNgram {
        pattern.ngram = Int32(n)
        n += 1
      }
      if takesWord {
        pattern.word = Int32(w)
        w += 1
      }
      patterns.append(pattern)
    }
    single = [Int32](repeating: -1, count: characters)
    for (index, key) in keys.enumerated() where key.count == 1 {
      single[Int(key[0])] = Int32(index)
    }
    var numbers: [ArraySlice<UInt16>: UInt32] = [:]
    for (index, key) in keys.enumerated() where key.count > 1 {
      numbers[key[...]] = UInt32(index) + 1
    }
    trie = PatternTrieBuilder(keys, characters: characters) { numbers[$0] ?? 0 }
  }

  /// Calls `body` with each pattern that `ids` begin with, and its length. A space ends them.
  func forEach(
    in ids: UnsafePointer<UInt16>, _ body: (_ pattern: Int, _ length: Int) -> Void
  ) {
    let first = Int(ids[0])
    if single[first] >= 0 { body(Int(single[first]), 1) }
    var base = Int(trie.bases[first])
    var position = 1
    while base != 0 {
      let label = ids[position]
      let slot = trie.slots[base + Int(label)]
      if PatternTrie.label(slot) != label { break }
      position += 1
      if PatternTrie.value(slot) > 0 { body(PatternTrie.value(slot) - 1, position) }
      base = PatternTrie.base(slot)
    }
  }
}
