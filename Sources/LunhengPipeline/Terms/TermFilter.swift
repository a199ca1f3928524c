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
    // What a document quotes is a word to the tokenizer there, and only there.
    let isNew = options.includesKnown || term.kind == .quoted || 2 * term.whole <= term.count
    return isNew && !options.known.cover(term.folded)
  }

  /// Whether a term is a word of the dictionary, and is used as one.
  ///
  /// - Parameter text: the term as printed.
  func isKnown(_ term: DiscoveredTerm, _ text: String) -> Bool {
    if options.includesKnown || 4 * term.quoted >= term.count { return false }
    dictionary.segment(Array(text.utf16), into: &tokens)
    return tokens.count == 1
  }
}
