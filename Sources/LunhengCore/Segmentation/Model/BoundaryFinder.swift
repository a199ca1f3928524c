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

  /// - Parameters:
  ///   - fixed: ranges of units that are one word each, in order, not overlapping.
  ///   - names: words of the document that the text is from; those that it quotes itself are added.
  mutating func find(
    in units: UnsafeBufferPointer<UInt16>, fixed: [Range<Int>], names: DocumentNames,
    model: SegmenterModel, words: inout BreakIterator
  ) {
    self.fixed = fixed
    score(units, model: model)
    var names = names
    collectNames(in: units, into: &names)
    if !names.words.isEmpty { weigh(names, in: units) }
    let count = characters.count
    constraints.reserve(count + 1)
    WordRules.apply(
      to: constraints.start, of: characters, kinds: kinds.start, units: units, words: &words)
    hold(fixed)
    ends = decoder.decode(
      gaps: scorer.gaps, singles: scorer.singles, constraints: constraints.start, count: count)
  }

  /// Inserts the terms that `units` quote and that may be words.
  mutating func findNames(
    in units: UnsafeBufferPointer<UInt16>, model: SegmenterModel, into names: inout DocumentNames
  ) {
    guard units.contains(where: { $0 & 0xFFF8 == 0x3008 }) else { return }
    score(units, model: model)
    collectNames(in: units, into: &names)
  }

  private mutating func score(_ units: UnsafeBufferPointer<UInt16>, model: SegmenterModel) {
    characters.read(units, table: model.characterIDs)
    let count = characters.count
    kinds.reserve(count + CharacterSequence.padding)
    for index in 0..<count + CharacterSequence.padding {
      kinds[index] = model.kinds[Int(characters.ids[index])]
    }
    scorer.score(characters.ids, kinds: kinds.start, count: count, model: model)
  }

  /// A quoted term may be a word unless the model is this sure of a boundary within it, in log-odds.
  private static let surely = Int16(3 * FeatureLanes.scale)
  /// What being quoted or signed adds against each gap within a word, and for those at its ends.
  private static let within = Int16(4 * FeatureLanes.scale)
  private static let atEnds = Int16(2 * FeatureLanes.scale)

  private func collectNames(
    in units: UnsafeBufferPointer<UInt16>, into names: inout DocumentNames
  ) {
    for range in DocumentNames.quoted(in: units) {
      let word = characters.characters(of: range)
      if word.dropLast().allSatisfy({ scorer.gaps[$0] < Self.surely }) {
        names.insert(units[range])
      }
    }
  }

  private func weigh(_ names: DocumentNames, in units: UnsafeBufferPointer<UInt16>) {
    for range in names.occurrences(in: units) {
      let word = characters.characters(of: range)
      if word.lowerBound > 0 { scorer.add(Self.atEnds, toGap: word.lowerBound - 1) }
      for gap in word.dropLast() { scorer.add(-Self.within, toGap: gap) }
      scorer.add(Self.atEnds, toGap: word.upperBound - 1)
    }
  }

  private func hold(_ ranges: [Range<Int>]) {
    for range in ranges {
      let word = characters.characters(of: range)
      if word.lowerBound > 0 {
        constraints[word.lowerBound - 1] = BoundaryDecoder.Constraint.boundary
      }
      for gap in word.dropLast() { constraints[gap] = BoundaryDecoder.Constraint.joined }
      constraints[word.upperBound - 1] = BoundaryDecoder.Constraint.boundary
    }
  }

  /// Appends the tokens of the text that was given to `find`.
  func appendTokens(to tokens: inout [Token]) {
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
          start: Int(starts[first]), end: Int(starts[last + 1]), kind: kind(first...last))
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
  private func kind(_ range: ClosedRange<Int>) -> TokenKind {
    switch kinds[range.lowerBound] {
    case CharacterKind.han.rawValue, CharacterKind.letter.rawValue, CharacterKind.numeral.rawValue:
      return .word
    case CharacterKind.edge.rawValue:
      return .space
    case CharacterKind.digit.rawValue:
      return range.contains { kinds[$0] == CharacterKind.letter.rawValue } ? .word : .number
    case CharacterKind.foreign.rawValue:
      return characters.ids[range.lowerBound] == CharacterID.foreignLetter ? .word : .symbol
    default:
      return .symbol
    }
  }
}
