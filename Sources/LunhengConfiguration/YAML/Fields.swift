internal import Yams

/// The keys and values of a mapping that has known keys.
struct Fields {
  struct Field {
    let key: Position
    let value: Node

    init(key: Position, value: Node) {
      self.key = key
      self.value = value
    }

    /// An item of a list, which has no key of its own.
    init(item: Node) { self.init(key: item.position, value: item) }
  }

  let section: ConfigurationProblem.Section
  let position: Position
  let byKey: [String: Field]
  /// Keys that an unknown key is probably a misspelling of: they are not missed as well.
  var misspelt: Set<String> = []

  subscript(key: String) -> Field? { byKey[key] }
}
