/// A version of a stage's result: the stage, and all that its result depends on besides the
/// document, put into a text.
public struct StageStamp: Hashable, Sendable {
  public var stage: Stage
  public var stamp: String

  /// The stage whose own result goes into this one: a document's stamp is `stamp` and, after a space, the
  /// stamp of that.
  public var base: Stage?

  public init(_ stage: Stage, _ stamp: String, on base: Stage? = nil) {
    self.stage = stage
    self.stamp = stamp
    self.base = base
  }
}
