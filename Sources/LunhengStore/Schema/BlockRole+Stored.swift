import LunhengCore

extension BlockRole {
  /// The role of a stored name.
  init(stored name: String) throws {
    guard let role = BlockRole(rawValue: name) else { throw DamagedValue("block role \(name)") }
    self = role
  }

  /// The roles of content as a list of SQL literals.
  static let contentList =
    allCases.filter(\.isContent).map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
