/// A run of the pipeline that the corpus remembers.
public struct StoredRun: Hashable, Sendable {
  /// Counts up from 1.
  public var id: Int64
  /// When it was recorded, ISO 8601 in UTC.
  public var finishedAt: String
  /// What was run on what, as JSON.
  public var manifest: String
}
