/// A document as the keyword methods read it: flat arrays of numbers, filled anew for each document.
///
/// The texts of all blocks stand one behind the other in `units`, folded, so that 線 and 綫 are one
/// word and a word or phrase is a range. `words` are what the segmenter found, in reading order; `items`
/// are the same with the phrases joined that recur in the document; `terms` are the distinct words and
/// phrases of both, and `candidates` those that may be keywords.
struct KeywordText: ~Copyable {
  /// Between blocks: no term runs across it.
  static let gap: UInt16 = 0
  /// In place of a term's number: punctuation, or the end of a block. Nothing is joined across it.
  static let boundary: Int32 = -1

  struct Block {
    var role: BlockRole
    /// Units of `units`.
    var start: Int32
    var end: Int32
  }

  /// A word where it stands.
  struct Word {
    /// In `terms`, or `boundary`.
    var term: Int32
    /// Units of `units`.
    var start: Int32
    var end: Int32
    /// In `sentences`.
    var sentence: Int32
  }

  /// A word, or several that make a phrase.
  struct Item {
    /// In `terms`, or `boundary`.
    var term: Int32
    /// In `words`.
    var first: Int32
    var last: Int32
  }

  struct Sentence {
    /// In `blocks`.
    var block: Int32
    /// The first unit of `units`.
    var start: Int32
    /// Whether its words are those of a sentence before it: boilerplate, or a text that repeats itself.
    var isRepeated = false
  }

  /// Folded units, with a `gap` behind each block.
  var units: [UInt16] = []
  /// By unit, where its character begins in its block.
  var origins: [Int32] = []
  var blocks: [Block] = []
  var sentences: [Sentence] = []
  var words: [Word] = []
  /// Parts of speech of `words`; empty if the text is not tagged.
  var tags: [PartOfSpeech] = []
  /// What stands between a pair of 「」, 『』, 《》 or 〈〉, in `words`: a few words without punctuation.
  var quotes: [Range<Int32>] = []
  var items: [Item] = []
  var terms = TermTable()
  /// Numbers of the terms that may be keywords.
  var candidates: [Int32] = []
  /// Where candidates occur, by start, longer ones first.
  var occurrences: [Occurrence] = []

  /// Where a candidate occurs.
  struct Occurrence {
    var term: Int32
    /// A unit of `units`.
    var start: Int32
    /// In `blocks`.
    var block: Int32
  }

  /// Words and units that a candidate may have at most: longer ones are sentences, or addresses of
  /// pages. Lengths are kept as the bits of an integer, which this fits in.
  static let longestCandidate = 40

  private var folding = FoldedText()
  /// Hashes of sentences, in two halves.
  private var sentenceHashes = PairCounts()
  /// The first word of the sentence that is being read.
  private var firstWord = 0

  /// Numbers the words of a document in place of those there were.
  ///
  /// Complexity: O(n).
  mutating func read(_ blocks: [KeywordBlock]) {
    removeAll()
    for block in blocks { fold(block) }
    let text = units
    text.withUnsafeBufferPointer { text in
      for (index, block) in blocks.enumerated() { number(block, index, text) }
    }
    for index in words.indices {
      let place = Int32(index)
      items.append(Item(term: words[index].term, first: place, last: place))
    }
  }

  private mutating func removeAll() {
    units.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    quotes.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    terms.removeAll()
    sentenceHashes.removeAll()
    candidates.removeAll(keepingCapacity: true)
    occurrences.removeAll(keepingCapacity: true)
  }

  private mutating func fold(_ block: KeywordBlock) {
    folding.fold(block.units)
    let start = Int32(units.count)
    units.append(contentsOf: folding.units)
    origins.append(contentsOf: folding.origins)
    blocks.append(Block(role: block.role, start: start, end: Int32(units.count)))
    units.append(Self.gap)
    origins.append(Int32(block.units.count))
  }

  /// Numbers the words of the block at `index`, whose units are folded.
  private mutating func number(
    _ block: KeywordBlock, _ index: Int, _ text: UnsafeBufferPointer<UInt16>
  ) {
    let end = Int(blocks[index].end)
    // Folded units stand in the order of the text, so that one walk finds those of each token.
    var next = Int(blocks[index].start)
    var isInSentence = false
    var quote = OpenQuote()
    for (place, token) in block.tokens.enumerated() where token.kind != .space {
      while next < end, origins[next] < token.start { next += 1 }
      let start = next
      while next < end, origins[next] < token.end { next += 1 }
      if token.kind == .symbol {
        let unit = block.units[Int(token.start)]
        quote.read(unit, in: self).map { quotes.append($0) }
        appendBoundary()
        quote.open(unit, in: self)
        if Self.endsSentence(unit), isInSentence {
          closeSentence()
          isInSentence = false
        }
        continue
      }
      guard start < next else { continue }
      if !isInSentence {
        sentences.append(Sentence(block: Int32(index), start: Int32(start)))
        firstWord = words.count
        isInSentence = true
      }
      let tag = block.tags.isEmpty ? nil : block.tags[place]
      let term = terms.intern(start..<next, of: text) { units, term in
        term.role = WordRole(of: units, hash: term.hash, kind: token.kind)
        term.tag = tag
      }
      words.append(
        Word(
          term: term, start: Int32(start), end: Int32(next), sentence: Int32(sentences.count - 1)))
      if let tag { tags.append(tag) }
    }
    if isInSentence { closeSentence() }
    appendBoundary()
  }

  /// Looks whether the sentence that ends with the last word was there before.
  private mutating func closeSentence() {
    var hash: UInt64 = 0
    for word in words[firstWord...] {
      hash = WordHash.avalanche(hash ^ UInt64(UInt32(bitPattern: word.term)))
    }
    let count = sentenceHashes.add(
      Int32(truncatingIfNeeded: hash), Int32(truncatingIfNeeded: hash >> 32))
    sentences[sentences.count - 1].isRepeated = count > 1
  }

  private mutating func appendBoundary() {
    guard let last = words.last, last.term != Self.boundary else { return }
    words.append(
      Word(term: Self.boundary, start: last.end, end: last.end, sentence: last.sentence))
    if !tags.isEmpty { tags.append(.punctuation) }
  }

  private static func endsSentence(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x21, 0x3F, 0x2E, 0x0A: true
    default: false
    }
  }
}

/// A quotation mark that waits for its closing one.
private struct OpenQuote {
  /// U+3008 to U+300F: an opening mark is even, its closing one next to it.
  private var mark: UInt16 = 0
  private var word: Int32 = 0

  /// A quoted term has so many words and characters.
  private static let words = 1...6
  private static let units = 2...12

  /// The words that `unit` closes a quotation of.
  func read(_ unit: UInt16, in text: borrowing KeywordText) -> Range<Int32>? {
    guard mark != 0, unit == mark + 1 else { return nil }
    let quoted = word..<Int32(text.words.count)
    guard Self.words.contains(quoted.count) else { return nil }
    let words = text.words[Int(quoted.lowerBound)..<Int(quoted.upperBound)]
    guard !words.contains(where: { $0.term == KeywordText.boundary }),
      Self.units.contains(Int(words.last!.end - words.first!.start))
    else { return nil }
    return quoted
  }

  /// Opens a quotation if `unit` does, and otherwise closes the one that is open.
  mutating func open(_ unit: UInt16, in text: borrowing KeywordText) {
    if unit & 0xFFF8 == 0x3008 {
      mark = unit & 1 == 0 ? unit : 0
      word = Int32(text.words.count)
    }
  }
}
