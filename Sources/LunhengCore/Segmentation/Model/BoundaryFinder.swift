/// Finds the word boundaries of one text after another with a model: numbers the characters, applies
/// the rules, scores the gaps, decodes. Holds the buffers in between.
struct BoundaryFinder: ~Copyable {
  private var characters = CharacterSequence()
  private var scorer = BoundaryScorer()
  private var decoder = BoundaryDecoder()
  private var constraints = ScratchBuffer<Int8>()
  private var kinds = ScratchBuffer<UInt8>()
  /// The last character of each word; lies in `decoder`.
  private var ends = UnsafeBufferPointer<Int32>(start: nil, count: 0)
  private var fixed: [Range<Int>] = []

  /// - Parameter fixed: ranges of units that are one word each, in order, not overlapping.
  mutating func find(
    in units: UnsafeBufferPointer<UInt16>, fixed: [Range<Int>], model: SegmenterModel,
    words: inout BreakIterator
  ) {
    self.fixed = fixed
    characters.read(units, table: model.characterIDs)
    let count = characters.count
    constraints.reserve(count + 1)
    kinds.reserve(count + CharacterSequence.padding)
    for index in 0..<count + CharacterSequence.padding {
      kinds[index] = model.kinds[Int(characters.ids[index])]
    }
    WordRules.apply(
      to: constraints.start, of: characters, kinds: kinds.start, units: units, words: &words)
    hold(fixed)
    scorer.score(characters.ids, kinds: kinds.start, count: count, model: model)
    ends = decoder.decode(
      gaps: scorer.gaps, singles: scorer.singles, constraints: constraints.start, count: count)
  }

  private func hold(_ ranges: [Range<Int>]) {
    for range in ranges {
      guard let word = characters.characters(in: range) else { continue }
      if word.lowerBound > 0 {
        constraints[word.lowerBound - 1] = BoundaryDecoder.Constraint.boundary
      }
      for gap in word.dropLast() { constraints[gap] = BoundaryDecoder.Constraint.joined }
      constraints[word.upperBound - 1] = BoundaryDecoder.Constraint.boundary
    }
  }

  /// Appends the tokens of the text that was given to `find`.
  func appendTokens(to tokens: inout [Token], units: UnsafeBufferPointer<UInt16>) {
    let free = tokens.count
    // Room first, as `append` checks for it at each token.
    tokens.append(
      contentsOf: repeatElement(Token(start: 0, end: 0, kind: .space), count: ends.count))
    tokens.withUnsafeMutableBufferPointer { tokens in
      let starts = characters.starts
      var first = 0
      for index in ends.indices {
        let last = Int(ends[index])
        tokens[free + index] = Token(
          start: Int(starts[first]), end: Int(starts[last + 1]), kind: kind(first...last, units))
        first = last + 1
      }
      var index = free
      for range in fixed {
        while index < tokens.count, tokens[index].start < range.lowerBound { index += 1 }
        if index < tokens.count, tokens[index].start == range.lowerBound {
          tokens[index].kind = .word
        }
      }
    }
  }

  @inline(__always)
  private func kind(
    _ range: ClosedRange<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> TokenKind {
    switch kinds[range.lowerBound] {
    case CharacterKind.han.rawValue, CharacterKind.letter.rawValue, CharacterKind.numeral.rawValue:
      return .word
    case CharacterKind.edge.rawValue:
      return .space
    case CharacterKind.digit.rawValue:
      return range.contains { kinds[$0] == CharacterKind.letter.rawValue } ? .word : .number
    case CharacterKind.foreign.rawValue:
      return CharacterClass(units[Int(characters.starts[range.lowerBound])]) == .syllabary
        ? .word : .symbol
    default:
      return .symbol
    }
  }
}
