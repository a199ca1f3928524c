/// The words of one document as numbers in reading order, with what divides them.
///
/// Words are numbered by their folded units, so that 線 and 綫 are one, from 0 in the order in which they
/// first stand; the numbers are the document's own. Numbers, also in characters (三十), and punctuation are
/// no words.
public struct TextWords: Sendable {
  /// What stands between two words, in `words`, as a negative number; of several the greatest division.
  public enum Break: Int32, Sendable {
    /// Punctuation, a symbol or a number.
    case gap = -1
    case sentence = -2
    case paragraph = -3
  }

  /// Numbers of words, and of breaks, which are below 0.
  public private(set) var words: [Int32] = []
  /// By place in `words`: the units of the block that are printed there; of a break, none.
  public private(set) var places: [Range<Int32>] = []
  /// The place in `words` where each block begins.
  public private(set) var blockStarts: [Int] = []
  /// Folded.
  private(set) var vocabulary = Vocabulary()
  /// As printed.
  private(set) var forms = Vocabulary()
  private(set) var formWords: [Int32] = []
  private(set) var formCounts: [Int32] = []
  /// How many words there are in all.
  public private(set) var count = 0
  /// Words that were asked for.
  private let askedCount: Int

  /// - Parameters:
  ///   - asked: words that get the numbers from 0 whether they occur or not, folded and distinct.
  ///   - blocks: units and tokens of each content block; the tokens tile the units.
  ///   - sentences: those of each block, if it matters where one ends.
  public init(
    asked: [[UInt16]] = [], blocks: some Collection<(units: [UInt16], tokens: [Token])>,
    sentences: [[Range<Int>]]? = nil
  ) {
    for word in asked { _ = vocabulary.intern(word[...]) }
    askedCount = asked.count
    words.reserveCapacity(blocks.reduce(0) { $0 + $1.tokens.count })
    var folded = FoldedText()
    for (index, block) in blocks.enumerated() {
      blockStarts.append(words.count)
      append(block.units, block.tokens, sentences: sentences?[index] ?? [], folding: &folded)
      divide(.paragraph)
    }
  }

  private mutating func append(
    _ units: [UInt16], _ tokens: [Token], sentences: [Range<Int>], folding folded: inout FoldedText
  ) {
    var sentence = 0
    for token in tokens {
      while sentence < sentences.count, sentences[sentence].upperBound <= Int(token.start) {
        divide(.sentence)
        sentence += 1
      }
      switch token.kind {
      case .space: break
      case .symbol, .number: divide(.gap)
      case .word:
        guard let word = number(of: units[token.range], folding: &folded) else {
          divide(.gap)
          continue
        }
        words.append(word)
        places.append(token.start..<token.end)
        count += 1
      }
    }
  }

  private mutating func divide(_ division: Break) {
    guard let last = words.last, last < 0 else {
      words.append(division.rawValue)
      places.append(0..<0)
      return
    }
    words[words.count - 1] = min(last, division.rawValue)
  }

  /// Nil where nothing is left of the word when it is folded, or where it is a number in characters that
  /// nobody asked for.
  private mutating func number(
    of printed: ArraySlice<UInt16>, folding folded: inout FoldedText
  ) -> Int32? {
    let form = Int(forms.intern(printed))
    if form == formWords.count {
      folded.fold(Array(printed))
      var word: Int32 = -1
      if !folded.units.isEmpty, !folded.units.allSatisfy(Self.numerals.contains) || isAsked(folded)
      {
        word = vocabulary.intern(folded.units[...])
      }
      formWords.append(word)
      formCounts.append(0)
    }
    guard formWords[form] >= 0 else { return nil }
    formCounts[form] += 1
    return formWords[form]
  }

  private func isAsked(_ folded: FoldedText) -> Bool {
    (0..<Int32(askedCount)).contains { vocabulary.word($0) == folded.units[...] }
  }

  private static let numerals = Set(FoldedText(Array("〇零一二兩三四五六七八九十百千萬億".utf16)).units)

  /// Whether one of the words that were asked for, by number, occurs.
  public func contains(_ word: Int32) -> Bool { formWords.contains(word) }

  /// The block that a place in `words` is in.
  public func block(of place: Int) -> Int {
    blockStarts.partitioningIndex { $0 > place } - 1
  }
}
