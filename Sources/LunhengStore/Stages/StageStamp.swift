/// A version of a stage's result: the stage, and all that its result depends on besides the
/// document, put into a text.
public struct StageStamp: Hashable, Sendable {
  public var stage: Stage
  public var stamp: String

  public init(_ stage: Stage, _ stamp: String) {
    self.stage = stage
    self.stamp = stamp
  }
}
