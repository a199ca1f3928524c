/// Tells sequences of words that are no terms by what their words mostly are: 位|長輩, 談|人工智能, 搬進|院舍.
struct SequenceFilter {
  /// The ends of the names of bodies, places, laws and plans.
  static let suffixes = Set(
    FoldedText(Array("局署會例劃策度法權院部黨派司廳心學行金稅費程團隊站線區市省縣島場校織議約".utf16)).units)
  /// With these begin clauses that segmentation takes for words: 先問, 最易.
  private static let adverbs = Set(
    FoldedText(Array("先再最更太很不沒別已曾將被把讓使令也都就才還又只連未若".utf16)).units)
  private static let negation: UInt16 = 0x4E0D
  /// Longer unknown words are of somebody's lexicon.
  private static let longestClause = 4

  /// What the filter looks at in a word.
  struct Word {
    var units: UnsafeBufferPointer<UInt16>
    var wordClass: WordClass
    /// Whether the background knows it.
    var isKnown: Bool

    var isSingle: Bool { units.count == 1 }
    /// Whether it ends as names do.
    var isSuffix: Bool { isSingle && SequenceFilter.suffixes.contains(units[0]) }
    var isClause: Bool {
      wordClass == .unknown && !isKnown && 2...SequenceFilter.longestClause ~= units.count
        && (SequenceFilter.adverbs.contains(units[0])
          || units.count > 2 && units.contains(SequenceFilter.negation))
    }
  }

  /// Whether a single word is a clause, or an idiom.
  static func isFragment(_ word: Word) -> Bool {
    word.isClause
      || word.units.count > 2
        && (word.wordClass == .function
          || word.wordClass == .unknown && word.units.count <= longestClause
            && word.units.dropFirst().contains(negation))
  }

  /// Whether a word that occurs in a sequence of several, which the background does not know as a whole,
  /// makes it a fragment. One that stands once has to be made of nouns, what recurs may have more.
  static func isFragment(_ word: Word, isFirst: Bool, isLast: Bool, count: Int32) -> Bool {
    if count > 1 {
      return isFirst && word.isSingle && (word.wordClass == .verb || word.wordClass == .function)
        || isLast && word.isSingle && word.wordClass == .verb && !word.isSuffix
        || isLast && word.wordClass == .function
    }
    if !word.isSingle {
      return word.wordClass == .function || word.wordClass == .verb
        || isLast && word.wordClass == .adjective
    }
    return
      !(isFirst && word.wordClass == .adjective
      || isLast && (word.isSuffix || word.wordClass == .affix || word.wordClass == .noun))
  }
}
