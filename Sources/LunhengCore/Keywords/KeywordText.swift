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
  /// The words and marks of the block that is being read.
  private var pieces: [Piece] = []
  /// Hashes of sentences, in two halves.
  private var sentenceHashes = PairCounts()
  /// The first word of the sentence that is being read.
  private var firstWord = 0

  /// Numbers the words of a document in place of those there were.
  ///
  /// Complexity: O(n).
  ///
  /// - Parameter background: words that it knows are put together where segmentation divides them.
  mutating func read(_ blocks: [KeywordBlock], background: BackgroundFrequencies? = nil) {
    removeAll()
    for block in blocks { fold(block) }
    let text = units
    text.withUnsafeBufferPointer { text in
      for (index, block) in blocks.enumerated() {
        divide(block, index)
        if let background { Piece.join(&pieces, text, background) }
        number(block, index, text)
      }
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

  /// Finds the folded units of each token of the block at `index`.
  private mutating func divide(_ block: KeywordBlock, _ index: Int) {
    pieces.removeAll(keepingCapacity: true)
    let end = Int(blocks[index].end)
    // Folded units stand in the order of the text, so that one walk finds those of each token.
    var next = Int(blocks[index].start)
    for (place, token) in block.tokens.enumerated() where token.kind != .space {
      while next < end, origins[next] < token.start { next += 1 }
      let start = next
      while next < end, origins[next] < token.end { next += 1 }
      guard start < next || token.kind == .symbol else { continue }
      pieces.append(
        Piece(place: Int32(place), start: Int32(start), end: Int32(next), kind: token.kind))
    }
  }

  /// Numbers the words of the block at `index`, whose units are folded.
  private mutating func number(
    _ block: KeywordBlock, _ index: Int, _ text: UnsafeBufferPointer<UInt16>
  ) {
    var isInSentence = false
    var quote = OpenQuote()
    for piece in pieces {
      if piece.kind == .symbol {
        let unit = block.units[Int(block.tokens[Int(piece.place)].start)]
        quote.read(unit, in: self).map { quotes.append($0) }
        appendBoundary()
        quote.open(unit, in: self)
        if Self.endsSentence(unit), isInSentence {
          closeSentence()
          isInSentence = false
        }
        continue
      }
      let (start, next) = (Int(piece.start), Int(piece.end))
      if !isInSentence {
        sentences.append(Sentence(block: Int32(index)))
        firstWord = words.count
        isInSentence = true
      }
      let term = terms.intern(start..<next, of: text) { units, term in
        term.role = WordRole(of: units, hash: term.hash, kind: piece.kind)
      }
      words.append(
        Word(
          term: term, start: Int32(start), end: Int32(next), sentence: Int32(sentences.count - 1)))
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
  }

  private static func endsSentence(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x21, 0x3F, 0x2E, 0x0A: true
    default: false
    }
  }
}
