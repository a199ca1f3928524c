import LunhengCore

/// Tells which terms are asked for.
final class TermFilter {
  private let options: TermFinding.Options
  /// ICU's dictionary is what everybody knows.
  private var dictionary: SegmenterWorker
  private var tokens: [Token] = []

  /// - Throws: `ICUError`.
  init(_ options: TermFinding.Options) throws {
    self.options = options
    dictionary = try Segmenter().makeWorker()
  }

  /// - Parameter date: of the first document that has the term.
  func accepts(_ term: DiscoveredTerm, first date: CalendarDate?) -> Bool {
    guard options.kinds.contains(term.kind) else { return false }
    if let since = options.since {
      guard let date, date >= since else { return false }
    }
    return (options.includesKnown || isNew(term)) && !options.known.cover(term.folded)
  }

  private func isNew(_ term: DiscoveredTerm) -> Bool {
    // What a document quotes is a word to the tokenizer there, and only there.
    if term.kind != .quoted, 2 * term.whole > term.count { return false }
    dictionary.segment(term.folded, into: &tokens)
    return tokens.count > 1
  }
}
