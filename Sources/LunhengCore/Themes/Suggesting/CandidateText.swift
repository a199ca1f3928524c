/// Text that candidate terms are mined from: folded, with its word boundaries and the documents it
/// comes from. Some 14 bytes a character.
public struct CandidateText: Sendable {
  /// Folded units; `gap` where a term cannot go on: punctuation, the end of a block.
  private(set) var units: [UInt16] = []
  /// By folded unit, the unit as printed, or `gap` where the unit before stands for the same one.
  private(set) var printed: [UInt16] = []
  private(set) var marks: [Marks] = []
  /// By folded unit, the document.
  private(set) var documents: [Int32] = []
  public private(set) var documentCount = 0

  static let gap: UInt16 = 0

  /// What begins and ends at a unit.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt16

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
  }

  public init() {}

  /// Folded units, gaps included.
  public var count: Int { units.count }

  /// Adds a document.
  ///
  /// - Parameter blocks: units and tokens of some content blocks; the tokens tile the units.
  public mutating func append(document blocks: some Sequence<(units: [UInt16], tokens: [Token])>) {
    var folded = FoldedText()
    for block in blocks {
      folded.fold(block.units)
      append(folded, of: block.units, block.tokens)
      appendGap()
    }
    documentCount += 1
  }

  /// Adds the documents of another text.
  public mutating func append(_ other: CandidateText) {
    units += other.units
    printed += other.printed
    marks += other.marks
    documents += other.documents.map { $0 + Int32(documentCount) }
    documentCount += other.documentCount
  }

  private mutating func append(_ folded: FoldedText, of original: [UInt16], _ tokens: [Token]) {
    var next = 0
    for token in tokens {
      while next < folded.origins.count, folded.origins[next] < token.start { next += 1 }
      let start = next
      while next < folded.origins.count, folded.origins[next] < token.end { next += 1 }
      guard start < next else { continue }
      switch token.kind {
      case .symbol: appendGap()
      case .space where folded.units[start] != 0x20: continue
      case .space, .word, .number: append(folded, start..<next, of: original, token.kind)
      }
    }
  }

  private mutating func append(
    _ folded: FoldedText, _ range: Range<Int>, of original: [UInt16], _ kind: TokenKind
  ) {
    let first = units.count
    for index in range {
      let isContinuation =
        index > range.lowerBound
        && folded.origins[index] == folded.origins[index - 1]
      units.append(folded.units[index])
      printed.append(isContinuation ? Self.gap : original[Int(folded.origins[index])])
      documents.append(Int32(documentCount))
      marks.append([])
    }
    guard kind != .space else { return }
    let use = CandidateWord(Array(units[first...]), kind: kind)
    marks[first].formUnion(use.start.union(.wordStart))
    marks[units.count - 1].formUnion(use.end.union(.wordEnd))
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

  private mutating func appendGap() {
    guard units.last != Self.gap else { return }
    units.append(Self.gap)
    printed.append(Self.gap)
    marks.append([])
    documents.append(Int32(documentCount))
  }

  /// The text as printed.
  func surface(_ range: Range<Int>) -> String {
    var surface: [UInt16] = []
    for index in range where printed[index] != Self.gap {
      // Half a pair stands for a pair that folds to one unit.
      let isHalf =
        printed[index] & 0xFC00 == 0xD800
        && (index + 1 >= range.upperBound || printed[index + 1] & 0xFC00 != 0xDC00)
      surface.append(isHalf ? units[index] : printed[index])
    }
    return String(units: surface)
  }
}
