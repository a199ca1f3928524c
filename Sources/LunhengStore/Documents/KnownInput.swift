/// What a stored document was read from.
public struct KnownInput: Hashable, Sendable {
  public var path: String
  public var recordLine: Int?
  public var sha256: String

  public init(path: String, recordLine: Int? = nil, sha256: String) {
    self.path = path
    self.recordLine = recordLine
    self.sha256 = sha256
  }
}
