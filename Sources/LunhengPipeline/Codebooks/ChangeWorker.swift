import LunhengCore

/// Matches the stages between two codebooks against one document after another on one thread.
final class ChangeWorker {
  private let held: [Int: StageWorker]
  private let excerpts: ChangeExcerpts
  /// Of the blocks that are at hand, once it was asked for.
  private var excerpt: ChangeExcerpts.Excerpt?
  private var blocks: [Int] = []
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
    let lineages: [[Int]]

    init(_ stage: ChangeMeasurement.HeldStage) throws {
      worker = try stage.matcher.makeWorker()
      lineages = stage.lineages
    }
  }

  /// - Throws: `ICUError` or `PatternError`.
  init(
    _ held: [Int: ChangeMeasurement.HeldStage], _ excerpts: ChangeExcerpts,
    segmenter: consuming SegmenterWorker
  ) throws {
    self.held = try held.mapValues { try StageWorker($0) }
    self.excerpts = excerpts
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

  /// Takes up some blocks of the document, in which stages are matched in order.
  func begin(_ blocks: [Int]) {
    self.blocks = blocks
    excerpt = nil
  }

  /// The matches of a stage in some blocks of the document, and the lineages of its themes.
  func matches(_ stage: Int, _ blocks: [Int]) -> (matches: [[ThemeMatch]], lineages: [[Int]]) {
    guard let text else { return ([], []) }
    let worker = worker(stage, text)
    let matches = worker.worker.matches(in: blocks.map { text.blocks[$0] }) {
      if !needsWords { return blocks.map { _ in [] } }
      let words = tokens ?? text.tokens(&segmenter)
      tokens = words
      return blocks.map { words[$0] }
    }
    for var fault in worker.worker.faults {
      fault.block = blocks[fault.block]
      faults.insert(fault)
    }
    return (matches, worker.lineages)
  }

  private func worker(_ stage: Int, _ text: SourceText) -> StageWorker {
    if let worker = held[stage] { return worker }
    var excerpt = excerpt ?? excerpts.excerpt(for: blocks.map { text.blocks[$0] })
    defer { self.excerpt = excerpt }
    // What the first and the last stage are made of has been made before.
    return try! StageWorker(ChangeMeasurement.HeldStage(excerpt.stage(stage)))
  }
}
