/// Finds the sentences of documents and the words in them. A worker: one per thread.
public struct SentenceReader: ~Copyable {
  private var splitter: SentenceSplitter
  private var folded = FoldedText()

  /// - Throws: `ICUError` if ICU's break data is missing.
  public init() throws(ICUError) { splitter = try SentenceSplitter() }

  /// The sentences of a document in reading order.
  ///
  /// Complexity: O(n log n) in the words of the document.
  ///
  /// - Parameter blocks: units and tokens of each paragraph; the tokens tile the units. Titles and headings
  ///   are no sentences and not to be among them.
  public mutating func sentences(
    of blocks: [(units: [UInt16], tokens: [Token])]
  ) -> [SummarySentence] {
    var vocabulary = Vocabulary()
    // By number in the vocabulary: the word's hash, or nil if it says nothing.
    var hashes: [UInt64?] = []
    var sentences: [SummarySentence] = []
    for (index, block) in blocks.enumerated() {
      folded.fold(block.units)
      var token = 0
      var unit = 0
      for range in splitter.sentences(of: block.units) {
        var words: [UInt64] = []
        while token < block.tokens.count, Int(block.tokens[token].start) < range.upperBound {
          defer { token += 1 }
          let (start, end) = (block.tokens[token].start, block.tokens[token].end)
          while unit < folded.origins.count, folded.origins[unit] < start { unit += 1 }
          let first = unit
          while unit < folded.origins.count, folded.origins[unit] < end { unit += 1 }
          guard block.tokens[token].kind == .word, unit > first else { continue }
          let number = Int(vocabulary.intern(folded.units[first..<unit]))
          if number == hashes.count { hashes.append(Self.hash(Array(folded.units[first..<unit]))) }
          if let hash = hashes[number] { words.append(hash) }
        }
        sentences.append(Self.sentence(index, range, words.sorted(), of: block.units))
      }
    }
    return sentences
  }

  /// The hashes of words in a text of its own, such as a title; sorted, each once.
  public mutating func words(of units: [UInt16], tokens: [Token]) -> [UInt64] {
    var words: Set<UInt64> = []
    for token in tokens where token.kind == .word {
      folded.fold(Array(units[token.range]))
      if let hash = Self.hash(folded.units) { words.insert(hash) }
    }
    return words.sorted()
  }

  /// The hash of a folded word; nil if it says nothing of what a text is about.
  private static func hash(_ word: [UInt16]) -> UInt64? {
    guard word.count > 1, !StopWords.isFunctionWord(word) else { return nil }
    var hash = FNV1a()
    for unit in word { hash.combine([UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]) }
    return hash.value
  }

  private static func sentence(
    _ block: Int, _ range: Range<Int>, _ sorted: [UInt64], of units: [UInt16]
  ) -> SummarySentence {
    var words: [UInt64] = []
    var counts: [Int32] = []
    for word in sorted {
      if words.last == word {
        counts[counts.count - 1] += 1
      } else {
        words.append(word)
        counts.append(1)
      }
    }
    let text = units[range]
    let length = CharacterClass.countOfCharacters(in: text)
    return SummarySentence(
      block: block, range: range, words: words, counts: counts, length: length,
      standing: SentenceStanding.value(of: text, length: length))
  }
}
