/// Makes of segmented documents what is stored to search their words, on one thread.
public struct DocumentIndexer: ~Copyable {
  private var tagger: Tagger
  private var splitter: SentenceSplitter
  private var tags: [PartOfSpeech] = []
  private var form = FoldedText()

  /// - Parameter model: gives the words their parts of speech.
  /// - Throws: `ICUError` or `SegmenterModelError`.
  public init(_ model: SegmenterModel) throws {
    let tagger = try model.makeTagger()
    let splitter = try SentenceSplitter()
    self.init(tagger: tagger, splitter: splitter)
  }

  private init(tagger: consuming Tagger, splitter: consuming SentenceSplitter) {
    self.tagger = tagger
    self.splitter = splitter
  }

  /// A content block with its words.
  public struct Block: Sendable {
    public var ordinal: Int
    public var units: [UInt16]
    public var tokens: [Token]

    public init(ordinal: Int, units: [UInt16], tokens: [Token]) {
      self.ordinal = ordinal
      self.units = units
      self.tokens = tokens
    }
  }

  /// A document whose words are numbered within it.
  public struct Result: Sendable {
    /// The different words, in the base layer of folding, and their parts of speech.
    public var table: TaggedVocabulary
    /// By token the number in `table`.
    public var text: IndexedText
  }

  /// Complexity: O(n).
  public mutating func index(_ blocks: [Block]) -> Result {
    var result = Result(table: TaggedVocabulary(), text: IndexedText())
    var words: [UInt32] = []
    for block in blocks {
      tagger.tag(block.tokens, of: block.units, into: &tags)
      let sentences = splitter.sentences(of: block.units)
      words.removeAll(keepingCapacity: true)
      var starts: [Int] = []
      var sentence = 1
      block.units.withUnsafeBufferPointer { units in
        for (place, token) in block.tokens.enumerated() where token.kind != .space {
          while sentence < sentences.count,
            sentences[sentence].lowerBound <= Int(token.start)
          {
            if starts.last ?? 0 < words.count { starts.append(words.count) }
            sentence += 1
          }
          form.fold(
            UnsafeBufferPointer(rebasing: units[token.range]), table: .standard, layer: .base)
          let tag = tags[place].rawValue
          let number = form.units.withUnsafeBufferPointer {
            result.table.insert($0, tag: tag).number
          }
          words.append(UInt32(number))
        }
      }
      result.text.append(words, ordinal: block.ordinal, sentences: starts)
    }
    return result
  }
}
