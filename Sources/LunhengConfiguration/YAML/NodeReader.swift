internal import Yams

/// Takes nodes apart and collects what is wrong with them. Nil always means that a problem has been
/// reported, or that an optional key is absent.
struct NodeReader {
  private let maskedKeys: [Position: String]
  private(set) var problems: [LocatedProblem] = []

  init(_ document: YAMLDocument) { maskedKeys = document.maskedKeys }

  mutating func report(_ problem: ConfigurationProblem, at position: Position) {
    problems.append(LocatedProblem(problem: problem, position: position))
  }

  // MARK: Mappings

  /// The keys and values of a mapping, each key once.
  mutating func entries(
    of node: Node, key: String? = nil, expected: ConfigurationProblem.ExpectedType = .mapping
  ) -> [(key: String, field: Fields.Field)]? {
    checkTag(of: node)
    guard let mapping = node.mapping else {
      report(.wrongType(key: key, expected: expected, found: node.foundType), at: node.position)
      return nil
    }
    var firstPositions: [String: Position] = [:]
    var entries: [(String, Fields.Field)] = []
    for (keyNode, value) in mapping {
      let position = keyNode.position
      guard let scalar = keyNode.scalar else {
        report(
          .wrongType(key: nil, expected: .text, found: keyNode.foundType), at: position)
        continue
      }
      let name = maskedKeys[position] ?? scalar.string
      if let first = firstPositions[name] {
        report(.duplicateKey(name, first: first), at: position)
      } else {
        firstPositions[name] = position
        entries.append((name, Fields.Field(key: position, value: value)))
      }
    }
    return entries
  }

  /// The fields of a mapping that has `known` keys only.
  ///
  /// - Parameter judged: other keys, of which the caller says what is wrong with them.
  mutating func fields(
    of node: Node, key: String? = nil, section: ConfigurationProblem.Section, known: [String],
    judged: [String] = [], expected: ConfigurationProblem.ExpectedType = .mapping
  ) -> Fields? {
    guard let entries = entries(of: node, key: key, expected: expected) else { return nil }
    var fields = Fields(
      section: section, position: node.position,
      byKey: Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.field) }))
    for entry in entries where !known.contains(entry.key) && !judged.contains(entry.key) {
      report(.unknownKey(entry.key, section: section, known: known), at: entry.field.key)
      if let key = closestSpelling(to: entry.key, among: known) { fields.misspelt.insert(key) }
    }
    return fields
  }

  /// The fields of a section of the file; of one under which nothing is written, none.
  mutating func fields(
    of field: Fields.Field, key: String, section: ConfigurationProblem.Section, known: [String]
  ) -> Fields? {
    if field.value.isNothing {
      return Fields(section: section, position: field.key, byKey: [:])
    }
    return fields(of: field.value, key: key, section: section, known: known)
  }

  /// The field of a key that must be there.
  mutating func required(_ key: String, in fields: Fields) -> Fields.Field? {
    if fields[key] == nil, !fields.misspelt.contains(key) {
      report(.missingKey(key, section: fields.section), at: fields.position)
    }
    return fields[key]
  }

  // MARK: Lists

  /// The items of a list, none if nothing is written.
  mutating func items(
    of field: Fields.Field, key: String, expected: ConfigurationProblem.ExpectedType = .list
  ) -> [Node]? {
    checkTag(of: field.value)
    if field.value.isNothing { return [] }
    guard let sequence = field.value.sequence else {
      report(
        .wrongType(key: key, expected: expected, found: field.value.foundType),
        at: field.value.position)
      return nil
    }
    return Array(sequence)
  }

  /// The items of a list that must have some.
  mutating func someItems(
    of field: Fields.Field, key: String, expected: ConfigurationProblem.ExpectedType = .list
  ) -> [Node]? {
    guard let items = items(of: field, key: key, expected: expected) else { return nil }
    if items.isEmpty { report(.emptyList(key: key), at: field.key) }
    return items.isEmpty ? nil : items
  }

  // MARK: Scalars

  /// A scalar as it is written, whether YAML would take it for text, a number or a truth value.
  mutating func scalar(
    of node: Node, key: String?, expected: ConfigurationProblem.ExpectedType = .text
  ) -> String? {
    checkTag(of: node)
    guard let scalar = node.scalar else {
      report(.wrongType(key: key, expected: expected, found: node.foundType), at: node.position)
      return nil
    }
    return scalar.string
  }

  /// Text that is not empty, without white space at both ends. It may have several lines.
  mutating func text(
    of field: Fields.Field, key: String, expected: ConfigurationProblem.ExpectedType = .text
  ) -> String? {
    guard let written = scalar(of: field.value, key: key, expected: expected) else { return nil }
    let text = WrittenText(written).trimmed
    if text.isEmpty { report(.emptyValue(key: key), at: field.key) }
    return text.isEmpty ? nil : text
  }

  /// Text that names something: not empty, and all of it can be seen.
  mutating func name(of field: Fields.Field, key: String) -> String? {
    guard let text = text(of: field, key: key) else { return nil }
    if let invisible = WrittenText(text).firstInvisible {
      report(.controlCharacter(invisible), at: field.value.position)
      return nil
    }
    return text
  }

  /// A name for use in file names and commands: a to z, digits and `-`.
  mutating func identifier(of field: Fields.Field, key: String) -> String? {
    guard let text = name(of: field, key: key) else { return nil }
    let isValid = text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return check(text, isValid ? text : nil, of: field, key: key, expected: .identifier)
  }

  /// One of the values of an enumeration.
  mutating func choice<Value>(of field: Fields.Field, key: String, as _: Value.Type) -> Value?
  where Value: RawRepresentable<String> & CaseIterable {
    guard let text = name(of: field, key: key) else { return nil }
    return check(
      text, Value(rawValue: text), of: field, key: key,
      expected: .oneOf(Value.allCases.map(\.rawValue)))
  }

  /// `true` or `false`.
  mutating func flag(of field: Fields.Field, key: String) -> Bool? {
    guard let text = name(of: field, key: key) else { return nil }
    return check(text, Bool(text), of: field, key: key, expected: .oneOf(["true", "false"]))
  }

  /// A finite number above 0.
  mutating func positiveNumber(of field: Fields.Field, key: String) -> Double? {
    guard let text = name(of: field, key: key) else { return nil }
    let number = Self.positiveNumber(text)
    return check(text, number, of: field, key: key, expected: .positiveNumber)
  }

  /// A number above 0, small enough that sums of many stay finite.
  static func positiveNumber(_ text: String) -> Double? {
    Double(text).flatMap { $0 > 0 && $0 <= 1_000_000 ? $0 : nil }
  }

  /// A whole number above 0.
  mutating func positiveInteger(of field: Fields.Field, key: String) -> Int? {
    guard let text = name(of: field, key: key) else { return nil }
    let number = Int(text).flatMap { $0 > 0 ? $0 : nil }
    return check(text, number, of: field, key: key, expected: .positiveInteger)
  }

  /// Passes `value` on, and reports its absence as an invalid value.
  mutating func check<Value>(
    _ text: String, _ value: Value?, of field: Fields.Field, key: String,
    expected: ConfigurationProblem.ExpectedValue
  ) -> Value? {
    if value == nil {
      report(.invalidValue(text, key: key, expected: expected), at: field.value.position)
    }
    return value
  }

  private mutating func checkTag(of node: Node) {
    if let tag = node.foreignTag { report(.unsupportedTag(tag), at: node.position) }
  }
}
