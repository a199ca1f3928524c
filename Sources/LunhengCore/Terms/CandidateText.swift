/// Text that candidate terms are mined from: folded, with its word boundaries and the documents it
/// comes from. Some 10 bytes a character.
public struct CandidateText: Sendable {
  /// Folded units; `gap` where a term cannot go on: punctuation, the end of a block.
  package internal(set) var units: [UInt16] = []
  /// By folded unit, the unit as printed, or `gap` where the unit before stands for the same one.
  package internal(set) var printed: [UInt16] = []
  package internal(set) var marks: [Marks] = []
  /// By folded unit, the document.
  package internal(set) var documents: [Int32] = []
  /// What by its surroundings is a term: quoted, before a title, the name of a body.
  package internal(set) var evidence: [TermEvidence] = []
  public package(set) var documentCount = 0

  static let gap: UInt16 = 0

  /// What begins and ends at a unit.
  package struct Marks: OptionSet, BitwiseCopyable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    static let wordStart = Marks(rawValue: 1)
    static let wordEnd = Marks(rawValue: 2)
    /// A term may start, or end, with the word that does so here.
    static let openingWord = Marks(rawValue: 4)
    static let closingWord = Marks(rawValue: 8)
    /// The word that starts here may be a term by itself.
    static let content = Marks(rawValue: 16)
    /// A term may start, or end, here as far as characters go: no number or Latin word is cut.
    static let opening = Marks(rawValue: 32)
    static let closing = Marks(rawValue: 64)
    /// The word that starts here stands in no term.
    static let breakingWord = Marks(rawValue: 128)
    /// The word that ends here is a function word, or the last part of a term that segmentation cut.
    static let suffix = Marks(rawValue: 256)
    /// The word that starts here joins others and is not counted as one.
    static let connector = Marks(rawValue: 512)
    /// The part of speech of the word that starts here; none of them for function words and adverbs.
    static let noun = Marks(rawValue: 1 << 10)
    static let verb = Marks(rawValue: 1 << 11)
    static let adjective = Marks(rawValue: 1 << 12)
    /// Prefixes and suffixes.
    static let affix = Marks(rawValue: 1 << 13)
    /// It is a proper noun, and a noun too.
    static let proper = Marks(rawValue: 1 << 14)
    /// Part of a number; at the start of a word, that the word is one.
    static let number = Marks(rawValue: 1 << 15)
    static let speech: Marks = [.noun, .verb, .adjective, .affix]
  }

  public init() {}

  /// Folded units, gaps included.
  public var count: Int { units.count }

  /// Adds a document.
  ///
  /// - Parameter blocks: units and tokens of some content blocks; the tokens tile the units.
  public mutating func append(document blocks: some Sequence<(units: [UInt16], tokens: [Token])>) {
    var words = CandidateWords()
    var folded = FoldedText()
    for block in blocks {
      folded.fold(block.units)
      append(folded, of: block.units, block.tokens, tags: [], &words)
      appendGap(printed: Self.lineEnd)
    }
    documentCount += 1
  }

  /// Adds a document of which parts of speech and what is evidence of terms are to be known.
  ///
  /// - Parameters:
  ///   - blocks: units and tokens of some content blocks; the tokens tile the units. `tags[i]` is the
  ///     part of speech of `tokens[i]`; where there are none, every word may be a noun.
  ///   - words: kept from document to document to save time.
  public mutating func append(
    document blocks: some Sequence<(units: [UInt16], tokens: [Token], tags: [PartOfSpeech])>,
    _ words: inout CandidateWords
  ) {
    var folded = FoldedText()
    for block in blocks {
      let start = count
      folded.fold(block.units)
      append(folded, of: block.units, block.tokens, tags: block.tags, &words)
      appendGap(printed: Self.lineEnd)
      TermEvidence.find(in: self, from: start) { evidence.append($0) }
    }
    documentCount += 1
  }

  /// Adds the documents of another text.
  public mutating func append(_ other: CandidateText) {
    let start = Int32(count)
    evidence += other.evidence.map { $0.moved(by: start) }
    units += other.units
    printed += other.printed
    marks += other.marks
    let first = Int32(documentCount)
    documents += first == 0 ? other.documents : other.documents.map { $0 + first }
    documentCount += other.documentCount
  }

  private mutating func append(
    _ folded: FoldedText, of original: [UInt16], _ tokens: [Token], tags: [PartOfSpeech],
    _ words: inout CandidateWords
  ) {
    var next = 0
    for (index, token) in tokens.enumerated() {
      while next < folded.origins.count, folded.origins[next] < token.start { next += 1 }
      let start = next
      while next < folded.origins.count, folded.origins[next] < token.end { next += 1 }
      guard start < next else { continue }
      switch token.kind {
      case .symbol:
        for place in start..<next { appendGap(printed: original[Int(folded.origins[place])]) }
      case .space where folded.units[start] != 0x20: continue
      case .space: appendUnits(of: folded, start..<next, of: original)
      case .word, .number:
        let first = units.count
        appendUnits(of: folded, start..<next, of: original)
        let word = words.word(folded.units[start..<next], kind: token.kind)
        let tag = tags.isEmpty ? .noun : tags[index]
        markWord(
          from: first, word.start.union(Self.speech(tag)).union(.wordStart),
          word.end.union(.wordEnd))
        if token.kind == .number || tag == .numeral {
          for place in first..<units.count { marks[place].insert(.number) }
        }
      }
    }
  }

  private mutating func appendUnits(
    of folded: FoldedText, _ range: Range<Int>, of original: [UInt16]
  ) {
    for index in range {
      let isContinuation =
        index > range.lowerBound
        && folded.origins[index] == folded.origins[index - 1]
      units.append(folded.units[index])
      printed.append(isContinuation ? Self.gap : original[Int(folded.origins[index])])
      documents.append(Int32(documentCount))
      marks.append([])
    }
  }

  private mutating func markWord(from first: Int, _ start: Marks, _ end: Marks) {
    marks[first].formUnion(start)
    marks[units.count - 1].formUnion(end)
    for index in first..<units.count {
      let unit = units[index]
      let isAlphanumeric = CharacterClass(unit).isAlphanumeric
      if printed[index] != Self.gap, unit & 0xFC00 != 0xDC00, index == first || !isAlphanumeric {
        marks[index].insert(.opening)
      }
      let isLast = index == units.count - 1
      if unit & 0xFC00 != 0xD800, isLast || !isAlphanumeric,
        isLast || printed[index + 1] != Self.gap
      {
        marks[index].insert(.closing)
      }
    }
  }

  private static let lineEnd: UInt16 = 0x0A

  private mutating func appendGap(printed symbol: UInt16) {
    units.append(Self.gap)
    printed.append(symbol)
    marks.append([])
    documents.append(Int32(documentCount))
  }

  private static func speech(_ tag: PartOfSpeech) -> Marks {
    switch tag {
    case .noun, .other, .symbol: .noun
    case .properNoun: [.noun, .proper]
    case .verb: .verb
    case .adjective: .adjective
    case .particle, .numeral: .affix
    default: []
    }
  }

  /// The text as printed; that of gaps too, white space aside.
  func surface(_ range: Range<Int>) -> String { String(units: surfaceUnits(range)) }

  func surfaceUnits(_ range: Range<Int>) -> [UInt16] {
    var surface: [UInt16] = []
    for index in range where printed[index] != Self.gap {
      // Half a pair stands for a pair that folds to one unit.
      let isHalf =
        printed[index] & 0xFC00 == 0xD800
        && (index + 1 >= range.upperBound || printed[index + 1] & 0xFC00 != 0xDC00)
      surface.append(isHalf ? units[index] : printed[index])
    }
    return surface
  }
}
