/// How far a stage has come.
public struct StageProgress: Sendable {
  public var stage: PipelineStage
  /// Documents done, and of how many; nil while that is not known.
  public var done: Int
  public var total: Int?

  public init(stage: PipelineStage, done: Int, total: Int?) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// The stages of a run, in order.
public enum PipelineStage: String, CaseIterable, Sendable {
  case ingest, segment, index, themes, keywords, coverage
}

/// What the stages of a run share.
public struct RunContext: Sendable {
  /// Threads that work at the same time; results do not depend on it.
  public var threads: Int
  /// Called after each batch, on the thread that runs the pipeline.
  public var report: @Sendable (StageProgress) -> Void

  public init(threads: Int, report: @escaping @Sendable (StageProgress) -> Void = { _ in }) {
    self.threads = threads
    self.report = report
  }
}
