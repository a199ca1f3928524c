/// A quotation mark that waits for its closing one.
struct OpenQuote {
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
