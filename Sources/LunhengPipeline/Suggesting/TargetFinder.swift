import LunhengCore

/// Tells which blocks of a document are in the target.
struct TargetFinder: Sendable {
  private let target: SuggestionTarget
  private let matcher: ThemeMatcher?

  init(_ target: SuggestionTarget) {
    self.target = target
    matcher =
      if case .passages(let codebook, _, _) = target { ThemeMatcher(codebook) } else { nil }
  }

  /// The field that documents must give.
  var field: String? {
    if case .labelled(let field, _) = target { field } else { nil }
  }

  func makeWorker(_ segmenter: Segmenter) throws -> Worker {
    Worker(
      target: target, segmenter: try segmenter.makeWorker(),
      matcher: try matcher.map { WorkerBox(try $0.makeWorker()) })
  }

  struct Found {
    /// The target that the document is of, in whole or part; nil for none.
    var name: String?
    /// By block.
    var isTarget: [Bool]
  }

  struct Worker: ~Copyable {
    fileprivate let target: SuggestionTarget
    var segmenter: SegmenterWorker
    fileprivate let matcher: WorkerBox<ThemeMatcherWorker>?

    fileprivate init(
      target: SuggestionTarget, segmenter: consuming SegmenterWorker,
      matcher: WorkerBox<ThemeMatcherWorker>?
    ) {
      self.target = target
      self.segmenter = segmenter
      self.matcher = matcher
    }

    mutating func find(in document: SourceText) -> Found {
      switch target {
      case .labelled(_, let value):
        let isTarget = document.field != nil && (value == nil || value == document.field)
        return Found(
          name: isTarget ? document.field : nil,
          isTarget: document.blocks.map { _ in isTarget })
      case .passages(_, let themes, let name):
        let matches = matcher!.worker.matches(in: document.blocks) {
          document.tokens(&segmenter)
        }
        let isTarget = matches.map { $0.contains { themes.contains($0.theme) } }
        return Found(name: isTarget.contains(true) ? name : nil, isTarget: isTarget)
      }
    }
  }
}
