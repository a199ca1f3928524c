extension PhraseMatcher {
  /// How a hit may be read whose characters are not those of the phrase.
  ///
  /// Folding makes one character of several: 后 and 後, 发 for 發 and 髮. A hit through such a fold may be
  /// another word altogether (製作 in 管制作業), so it is looked at again as it is printed.
  enum Reading: Hashable, Sendable {
    /// It says what the phrase says.
    case certain
    /// It does if the words of the text do not part within it.
    case likely
    /// It is another word.
    case other
  }

  /// How the hit of `phrase` at `range` of `text` reads.
  ///
  /// - Parameters:
  ///   - phrase: any phrase that folds like the one found.
  ///   - phrasesAre: the script that all phrases together are written in.
  ///   - scriptOfText: asked only where it matters.
  @inline(__always)
  func reading(
    of phrase: Int, at range: Range<Int>, in text: UnsafeBufferPointer<UInt16>,
    phrasesAre script: FoldTable.Script, scriptOfText: () -> FoldTable.Script
  ) -> Reading {
    guard isAmbiguous[phrase] else { return .certain }
    return readingThroughFold(
      of: phrase, at: range, in: text, phrasesAre: script, scriptOfText: scriptOfText)
  }

  private func readingThroughFold(
    of phrase: Int, at range: Range<Int>, in text: UnsafeBufferPointer<UInt16>,
    phrasesAre script: FoldTable.Script, scriptOfText: () -> FoldTable.Script
  ) -> Reading {
    let printed = table.base(of: UnsafeBufferPointer(rebasing: text[range]))
    let written = written[phrase]
    // Both fold to the same units and the base layer has as many.
    guard printed.count == written.count else { return .certain }
    // A Simplified 制作 in a Traditional text is 製作 perhaps, and part of 管制作業 perhaps.
    var isSimplifiedReading =
      printed == written && script == .simplified && scriptOfText() == .traditional
    for (written, printed) in zip(written, printed) where written != printed {
      switch table.relation(written: written, printed: printed) {
      case .same: break
      case .merged: isSimplifiedReading = true
      case .split where script == .simplified: isSimplifiedReading = true
      case .split, .distinct: return .other
      }
    }
    guard isSimplifiedReading else { return .certain }
    // A single 后 in a Traditional text is the empress; in a Simplified one it may be 後.
    let isWord = written.count > 1 || script == .simplified || scriptOfText() == .simplified
    return isWord ? .likely : .other
  }

  /// Whether the hit at `range` is written exactly as `phrase`, space and invisible characters aside.
  func isExact(_ phrase: [UInt16], at range: Range<Int>, in text: UnsafeBufferPointer<UInt16>)
    -> Bool
  {
    phrase.withUnsafeBufferPointer { phrase in
      table.solid(UnsafeBufferPointer(rebasing: text[range])) == table.solid(phrase)
    }
  }
}
