/// Segments one text after another on one thread.
public struct SegmenterWorker: ~Copyable {
  private let segmenter: Segmenter
  private var words: BreakIterator
  private var boundaries = BoundaryFinder()

  init(_ segmenter: Segmenter) throws(ICUError) {
    self.segmenter = segmenter
    words = try BreakIterator(.word)
  }

  /// The words of `units` in order, replacing the content of `tokens`. They tile the text.
  ///
  /// A text of its own: terms that it quotes help to segment the rest of it.
  ///
  /// Complexity: O(n).
  public mutating func segment(_ units: [UInt16], into tokens: inout [Token]) {
    units.withUnsafeBufferPointer { segment($0, into: &tokens) }
  }

  public mutating func segment(
    _ units: UnsafeBufferPointer<UInt16>, into tokens: inout [Token]
  ) {
    segment(units, names: DocumentNames(), into: &tokens)
  }

  /// The words of a document's blocks, given to `body` block by block as `segment` gives those of a text.
  ///
  /// Names of the authors, and terms that any block quotes, help to segment all blocks.
  public mutating func segment(
    blocks: [[UInt16]], authors: [String], _ body: (Int, [Token]) -> Void
  ) {
    var names = DocumentNames()
    names.insert(authors: authors)
    if let model = segmenter.model {
      for block in blocks {
        block.withUnsafeBufferPointer { boundaries.findNames(in: $0, model: model, into: &names) }
      }
    }
    var tokens: [Token] = []
    for (index, block) in blocks.enumerated() {
      block.withUnsafeBufferPointer { segment($0, names: names, into: &tokens) }
      body(index, tokens)
    }
  }

  /// The words of each of a document's blocks, as `segment(blocks:authors:_:)` gives them.
  public mutating func tokens(of blocks: [[UInt16]], authors: [String] = []) -> [[Token]] {
    var tokens: [[Token]] = []
    segment(blocks: blocks, authors: authors) { tokens.append($1) }
    return tokens
  }

  /// Names everything that the tokens depend on.
  public var identity: String { segmenter.identity }

  private mutating func segment(
    _ units: UnsafeBufferPointer<UInt16>, names: DocumentNames, into tokens: inout [Token]
  ) {
    tokens.removeAll(keepingCapacity: true)
    let fixed = segmenter.lexicon?.words(in: units) ?? []
    if let model = segmenter.model {
      boundaries.find(in: units, fixed: fixed, names: names, model: model, words: &words)
      boundaries.appendTokens(to: &tokens)
    } else {
      var start = 0
      words.forEachSegment(of: units) { segment in
        let kind = Self.kind(of: segment, first: units[start])
        tokens.append(Token(start: start, end: segment.end, kind: kind))
        start = segment.end
      }
      tokens.overlay(fixed)
    }
  }

  private static func kind(of segment: BreakIterator.Segment, first unit: UInt16) -> TokenKind {
    switch segment.rule {
    case 100..<200: .number
    case 200...: .word
    default: CharacterClass(unit) == .space ? .space : .symbol
    }
  }
}
