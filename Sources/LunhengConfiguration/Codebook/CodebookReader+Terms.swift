import LunhengCore
internal import Yams

extension CodebookReader {
  /// The terms of a theme, each once.
  mutating func terms(from items: [Node], theme: String?, isExact: Bool) -> [ReadTerm] {
    var terms: [ReadTerm] = []
    // Indices of `terms`.
    var firsts: [TermKey: Int] = [:]
    firsts.reserveCapacity(items.count)
    for item in items {
      for (term, place, isListed) in readItem(item, isExact: isExact) {
        let key = TermKey(term)
        guard let first = firsts[key] else {
          firsts[key] = terms.count
          terms.append(ReadTerm(term: term, place: place, key: key))
          continue
        }
        reportRepetition(
          of: term, at: place, first: terms[first], isListed: isListed, theme: theme)
      }
    }
    return terms
  }

  /// A term that is written twice is a mistake; that a long list has a term which is written beside
  /// it, too, is not.
  private mutating func reportRepetition(
    of term: Term, at place: FilePlace, first: ReadTerm, isListed: Bool, theme: String?
  ) {
    let text = term.rule.description
    let reference = library.reference(to: first.place, from: place.file)
    let problem: ConfigurationProblem =
      isListed
      ? .duplicateWord(text, first: reference)
      : .duplicateTerm(
        text, theme: theme, written: first.term.rule.description, first: reference)
    if place.file == file {
      reader.report(problem, at: place.position)
    } else {
      library.report(LocatedProblem(problem: problem, position: place.position), in: place.file)
    }
  }

  private typealias ReadItem = (term: Term, place: FilePlace, isListed: Bool)

  /// The term of an item, or all of the lexicon that it names.
  private mutating func readItem(_ node: Node, isExact: Bool) -> [ReadItem] {
    guard node.mapping != nil else {
      return phrase(from: node, key: nil, expected: .textOrTerm).map {
        [(Term(CodingRule(.phrase($0, isExact: isExact))), place(node.position), false)]
      } ?? []
    }
    guard
      let fields = reader.fields(
        of: node, section: .term, known: CodebookKeys.term, expected: .textOrTerm)
    else { return [] }
    let weight = fields["weight"].flatMap { reader.positiveNumber(of: $0, key: "weight") } ?? 1
    let label = fields["label"].flatMap { reader.name(of: $0, key: "label") }
    let statuses = fields["status"].flatMap { readStatuses($0) }
    guard let kind = kind(of: fields) else { return [] }
    if kind.name == "lexicon" {
      return lexiconRules(kind.field, in: fields, isExact: isExact, depth: 1).map { entry, rule in
        (
          Term(
            rule, weight: entry.weight ?? weight, label: entry.label ?? label, statuses: statuses),
          entry.place, true
        )
      }
    }
    guard let rule = rule(kind, in: fields, isExact: isExact, depth: 1) else { return [] }
    let position = kind.name == "term" ? kind.field.value.position : kind.field.key
    return [
      (Term(rule, weight: weight, label: label, statuses: statuses), place(position), false)
    ]
  }

  /// How hits may lie among words: one, or a list of them.
  private mutating func readStatuses(_ field: Fields.Field) -> [BoundaryStatus]? {
    let fields =
      field.value.sequence == nil
      ? [field] : (reader.someItems(of: field, key: "status") ?? []).map(Fields.Field.init(item:))
    var statuses: [BoundaryStatus] = []
    for field in fields {
      let status = reader.choice(of: field, key: "status", as: BoundaryStatus.self)
      if let status, !statuses.contains(status) { statuses.append(status) }
    }
    return statuses.isEmpty ? nil : statuses
  }

  // MARK: Phrases

  /// A phrase that a text can be searched for.
  mutating func phrase(
    from node: Node, key: String?, expected: ConfigurationProblem.ExpectedType = .text
  ) -> String? {
    guard let written = reader.scalar(of: node, key: key, expected: expected) else { return nil }
    let text = WrittenText(written).trimmed
    if let problem = PhraseText(text).problem {
      reader.report(problem, at: node.position)
      return nil
    }
    if text != written { reader.report(.paddedTerm(text), at: node.position) }
    if PhraseText(text).looksLikeAList { reader.report(.listInTerm(text), at: node.position) }
    return text
  }

  /// A regular expression that finds something wherever it finds anything.
  mutating func pattern(from node: Node) -> String? {
    guard let pattern = reader.scalar(of: node, key: "pattern") else { return nil }
    guard !pattern.isEmpty else {
      reader.report(.emptyValue(key: "pattern"), at: node.position)
      return nil
    }
    do throws(PatternError) {
      var expression = try RegularExpression(pattern)
      try expression.requireText()
      return pattern
    } catch {
      let problem: ConfigurationProblem =
        switch error {
        case .syntax(let status, let offset): .invalidPattern(status: status, offset: offset)
        case .matchesNothing: .emptyMatch(pattern)
        case .timeLimit, .stackLimit: .explosivePattern(pattern)
        }
      reader.report(problem, at: node.position)
      return nil
    }
  }
}
