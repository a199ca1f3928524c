import LunhengCore
internal import Yams

/// A rule and where it is written.
struct ReadRule {
  var rule: CodingRule
  var position: Position
}

extension CodebookReader {
  /// What `near` may ask for: its cost doubles with each member, and grows with the distance.
  private static let mostMembers = 8
  private static let greatestDistance = 1_000

  typealias Kind = (name: String, field: Fields.Field)

  /// The one key that says what a rule is.
  mutating func kind(of fields: Fields) -> Kind? {
    let kinds = CodebookKeys.kinds.compactMap { name in fields[name].map { (name, $0) } }
    if kinds.count == 1 { return kinds[0] }
    // The second in the order of the file.
    let second = kinds.map(\.1.key).sorted().dropFirst().first
    if !kinds.isEmpty || fields.misspelt.isDisjoint(with: CodebookKeys.kinds) {
      reader.report(
        .ruleKind(found: kinds.map(\.0), known: CodebookKeys.kinds), at: second ?? fields.position)
    }
    return nil
  }

  /// A rule of any kind but a lexicon.
  mutating func rule(_ kind: Kind, in fields: Fields, isExact inherited: Bool, depth: Int)
    -> CodingRule?
  {
    let isExact = checkOptions(of: kind, in: fields) ?? inherited
    var parts: [ReadRule] = []
    let ruleKind: CodingRule.Kind?
    switch kind.name {
    case "term":
      ruleKind = phrase(from: kind.field.value, key: "term").map { .phrase($0, isExact: isExact) }
    case "pattern":
      ruleKind = pattern(from: kind.field.value).map { .pattern($0) }
    case "any":
      parts = members(of: kind, isExact: isExact, depth: depth, allowsLexicons: true)
      ruleKind = .any(parts.map(\.rule))
    case "all":
      parts = members(of: kind, isExact: isExact, depth: depth, needed: 2)
      let scope = fields["within"].flatMap { readScope($0) }
      ruleKind = .all(parts.map(\.rule), within: scope ?? .sentence)
    default:
      parts = members(of: kind, isExact: isExact, depth: depth, needed: 2)
      if parts.count > Self.mostMembers {
        reader.report(
          .tooManyMembers(key: kind.name, limit: Self.mostMembers), at: kind.field.key)
      }
      let distance = reader.required("within", in: fields).flatMap { readDistance($0) }
      let isOrdered = fields["ordered"].flatMap { reader.flag(of: $0, key: "ordered") } ?? false
      ruleKind = distance.map { .near(parts.map(\.rule), within: $0, isOrdered: isOrdered) }
    }
    let conditions = readConditions(in: fields, isExact: inherited, depth: depth)
    guard let ruleKind else { return nil }
    reportContradictions(in: ruleKind, parts: parts, conditions)
    return conditions.applied(to: [ruleKind])[0]
  }

  /// A rule for each entry of a lexicon.
  mutating func lexiconRules(
    _ field: Fields.Field, in fields: Fields, isExact inherited: Bool, depth: Int
  ) -> [(entry: TermLexicon.Entry, rule: CodingRule)] {
    let isExact = checkOptions(of: ("lexicon", field), in: fields) ?? inherited
    let conditions = readConditions(in: fields, isExact: inherited, depth: depth)
    let entries = lexicon(from: field)
    let kinds = entries.map { CodingRule.Kind.phrase($0.text, isExact: isExact) }
    if !conditions.isEmpty {
      reportContradictions(in: .any(kinds.map { CodingRule($0) }), parts: [], conditions)
    }
    return zip(entries, conditions.applied(to: kinds)).map { ($0, $1) }
  }

  // MARK: Members

  private mutating func members(
    of kind: Kind, isExact: Bool, depth: Int, allowsLexicons: Bool = false, needed: Int = 1
  ) -> [ReadRule] {
    let items = reader.someItems(of: kind.field, key: kind.name) ?? []
    if !items.isEmpty, items.count < needed {
      reader.report(.tooFewMembers(key: kind.name, needed: needed), at: kind.field.key)
    }
    return members(
      from: items, isExact: isExact, depth: depth + 1, allowsLexicons: allowsLexicons)
  }

  /// The parts of a rule; in place of a lexicon the phrases that it lists.
  mutating func members(
    from items: [Node], isExact: Bool, depth: Int, allowsLexicons: Bool
  ) -> [ReadRule] {
    items.flatMap { node -> [ReadRule] in
      guard depth <= Self.maximumDepth else {
        reader.report(.nestedTooDeep(limit: Self.maximumDepth), at: node.position)
        return []
      }
      guard node.mapping != nil else {
        let text = phrase(from: node, key: nil, expected: .textOrTerm)
        return text.map {
          [ReadRule(rule: CodingRule(.phrase($0, isExact: isExact)), position: node.position)]
        } ?? []
      }
      guard
        let fields = reader.fields(
          of: node, section: .member, known: CodebookKeys.member,
          judged: CodebookKeys.termOptions, expected: .textOrTerm)
      else { return [] }
      for key in CodebookKeys.termOptions {
        if let field = fields[key] {
          reader.report(.misplacedKey(key, belongsTo: .termItem), at: field.key)
        }
      }
      guard let kind = kind(of: fields) else { return [] }
      let position = kind.name == "term" ? kind.field.value.position : node.position
      guard kind.name == "lexicon" else {
        return rule(kind, in: fields, isExact: isExact, depth: depth).map {
          [ReadRule(rule: $0, position: position)]
        } ?? []
      }
      guard allowsLexicons else {
        reader.report(.misplacedKey("lexicon", belongsTo: .alternatives), at: kind.field.key)
        return []
      }
      return lexiconRules(kind.field, in: fields, isExact: isExact, depth: depth).map {
        ReadRule(rule: $0.rule, position: position)
      }
    }
  }

  // MARK: Options

  /// Reports options that mean nothing for the kind of rule; gives `exact`.
  private mutating func checkOptions(of kind: Kind, in fields: Fields) -> Bool? {
    let uses = [
      ("exact", CodebookKeys.kinds.filter { $0 != "pattern" }), ("within", ["all", "near"]),
      ("ordered", ["near"]),
    ]
    for (key, kinds) in uses where !kinds.contains(kind.name) {
      if let field = fields[key] {
        reader.report(.misplacedKey(key, belongsTo: .rules(kinds)), at: field.key)
      }
    }
    if kind.name == "pattern" { return nil }
    return fields["exact"].flatMap { reader.flag(of: $0, key: "exact") }
  }

  mutating func readScope(_ field: Fields.Field) -> TextScope? {
    reader.choice(of: field, key: "within", as: TextScope.self)
  }

  /// A number of characters, or "2 sentences".
  private mutating func readDistance(_ field: Fields.Field) -> Distance? {
    guard let text = reader.name(of: field, key: "within") else { return nil }
    let words = text.split(separator: " ")
    let number = words.first.flatMap { Int($0) }.flatMap {
      (0...Self.greatestDistance).contains($0) ? $0 : nil
    }
    let distance: Distance? =
      switch (number, words.count) {
      case (let number?, 1): .characters(number)
      case (let number?, 2) where number > 0 && ["sentence", "sentences"].contains(words[1]):
        .sentences(number)
      default: nil
      }
    return reader.check(text, distance, of: field, key: "within", expected: .distance)
  }
}
