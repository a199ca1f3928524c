import LunhengCore
internal import Yams

extension CodebookReader {
  /// Appends the theme and its subthemes to `themes`.
  mutating func readTheme(_ node: Node, parent: Int?, depth: Int, isExact inherited: Bool) {
    guard depth <= Self.maximumDepth else {
      reader.report(.nestedTooDeep(limit: Self.maximumDepth), at: node.position)
      return
    }
    guard let fields = reader.fields(of: node, section: .theme, known: CodebookKeys.theme) else {
      return
    }
    let idField = reader.required("id", in: fields)
    let id = idField.flatMap { reader.name(of: $0, key: "id") }
    let position = idField?.value.position ?? node.position
    if let id { _ = register(id, at: place(position)) }
    let name = fields["name"].flatMap { localizedName(from: $0) }
    let definition = fields["definition"].flatMap { reader.text(of: $0, key: "definition") }
    let notes = fields["notes"].flatMap { reader.text(of: $0, key: "notes") }
    let isExact = fields["exact"].flatMap { reader.flag(of: $0, key: "exact") } ?? inherited
    let exclusions = fields["exclude"].map { readExclusions($0, isExact: isExact) } ?? []

    var terms: [ReadTerm] = []
    if fields["terms"] != nil || fields["themes"] == nil {
      let items = reader.required("terms", in: fields).flatMap {
        reader.someItems(of: $0, key: "terms")
      }
      terms = self.terms(from: items ?? [], theme: id, isExact: isExact)
    }
    let examples = fields["examples"].map { readExamples($0) } ?? []
    let index = themes.count
    themes.append(
      ReadTheme(
        theme: Theme(
          id: id ?? "", name: name ?? LocalizedName(undetermined: id ?? ""),
          definition: definition, notes: notes, parent: parent, terms: [], exclusions: exclusions,
          examples: examples),
        id: id, place: place(position), terms: terms))
    if let field = fields["themes"] {
      for item in reader.someItems(of: field, key: "themes") ?? [] {
        readTheme(item, parent: index, depth: depth + 1, isExact: isExact)
      }
    }
  }

  /// Stretches of text in which nothing counts.
  mutating func readExclusions(_ field: Fields.Field, isExact: Bool) -> [CodingRule] {
    let items = reader.someItems(of: field, key: "exclude") ?? []
    return members(from: items, isExact: isExact, depth: 1, allowsLexicons: true).map(\.rule)
  }

  // MARK: Examples

  private mutating func readExamples(_ field: Fields.Field) -> [ThemeExample] {
    guard
      let fields = reader.fields(
        of: field, key: "examples", section: .examples, known: CodebookKeys.examples)
    else { return [] }
    if fields.byKey.isEmpty { reader.report(.emptyValue(key: "examples"), at: field.key) }
    return ["positive", "negative"].flatMap { key in
      (fields[key].flatMap { reader.someItems(of: $0, key: key) } ?? []).compactMap {
        example(from: $0, key: key)
      }
    }
  }

  private mutating func example(from node: Node, key: String) -> ThemeExample? {
    let isPositive = key == "positive"
    guard node.mapping != nil else {
      return reader.text(of: Fields.Field(item: node), key: key, expected: .textOrExample).map {
        ThemeExample($0, isPositive ? .positive : .negative)
      }
    }
    guard
      let fields = reader.fields(
        of: node, section: .example, known: isPositive ? CodebookKeys.example : ["text"],
        judged: ["leading"])
    else { return nil }
    let text = reader.required("text", in: fields).flatMap { reader.text(of: $0, key: "text") }
    if !isPositive, let leading = fields["leading"] {
      reader.report(.misplacedKey("leading", belongsTo: .positiveExample), at: leading.key)
    }
    let isLeading =
      isPositive && fields["leading"].flatMap { reader.flag(of: $0, key: "leading") } ?? false
    return text.map {
      ThemeExample($0, isLeading ? .leading : isPositive ? .positive : .negative)
    }
  }
}
