/// A step of the pipeline whose results documents carry.
public struct Stage: Hashable, Sendable {
  public let name: String

  public init(_ name: String) { self.name = name }

  /// Turning bytes into the document itself.
  public static let read = Stage("read")
  /// Segmenting it into words.
  public static let tokens = Stage("tokens")
  /// Noting its words in the index.
  public static let index = Stage("index")
  /// Weighing its keywords.
  public static let keywords = Stage("keywords")

  /// Matching the themes of the codebook with this id.
  public static func themes(of codebook: String) -> Stage { Stage("themes:\(codebook)") }
}
