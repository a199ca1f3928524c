import LunhengCore

/// Matches the stages between two codebooks against one document after another on one thread.
final class ChangeWorker {
  private let matchers: [StageWorker]
  private var segmenter: SegmenterWorker
  private var text: SourceText?
  private var needsWords = false
  /// The words of the document, once they were asked for.
  private var tokens: [[Token]]?
  /// The patterns that the document was too much for.
  private(set) var faults: Set<PatternFault> = []

  /// What cannot be copied, for an array to hold.
  private final class StageWorker {
    var worker: ThemeMatcherWorker

    init(_ worker: consuming ThemeMatcherWorker) { self.worker = worker }
  }

  /// - Throws: `ICUError` or `PatternError`.
  init(_ matchers: [ThemeMatcher], segmenter: consuming SegmenterWorker) throws {
    self.matchers = try matchers.map { StageWorker(try $0.makeWorker()) }
    self.segmenter = segmenter
  }

  /// Takes up another document.
  ///
  /// - Parameter needsWords: whether matches depend on words; else no time is spent on them.
  func begin(_ text: SourceText, needsWords: Bool) {
    self.text = text
    self.needsWords = needsWords
    tokens = nil
    faults = []
  }

  /// The matches of a stage in some blocks of the document.
  func matches(_ stage: Int, _ blocks: [Int]) -> [[ThemeMatch]] {
    guard let text else { return [] }
    let matches = matchers[stage].worker.matches(in: blocks.map { text.blocks[$0] }) {
      if !needsWords { return blocks.map { _ in [] } }
      let words = tokens ?? text.tokens(&segmenter)
      tokens = words
      return blocks.map { words[$0] }
    }
    for var fault in matchers[stage].worker.faults {
      fault.block = blocks[fault.block]
      faults.insert(fault)
    }
    return matches
  }
}
