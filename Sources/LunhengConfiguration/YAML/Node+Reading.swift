internal import Yams

extension Position {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension Node {
  /// Where the node starts; of an alias, where the node that it stands for starts.
  var position: Position { mark.map(Position.init) ?? .start }

  /// Whether nothing is written, or one of YAML's words for nothing.
  var isNothing: Bool {
    guard let scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The tag if it asks for something that the readers would not do, such as `!include`. The tags of
  /// text, numbers, lists and mappings change nothing, because a scalar is read as it is written.
  var foreignTag: String? {
    let name =
      switch self {
      case .scalar(let scalar): scalar.tag.rawValue
      case .sequence(let sequence): sequence.tag.rawValue
      case .mapping(let mapping): mapping.tag.rawValue
      case .alias(let alias): alias.tag.rawValue
      }
    return name.isEmpty || name == "!" || Self.harmlessTags.contains(name) ? nil : name
  }

  private static let harmlessTags = Set(
    ["str", "int", "float", "bool", "null", "seq", "map"].map { "tag:yaml.org,2002:" + $0 })

  var foundType: ConfigurationProblem.FoundType {
    switch self {
    case .scalar(let scalar): isNothing ? .nothing : .text(scalar.string)
    case .mapping: .mapping
    case .sequence, .alias: .list
    }
  }
}
