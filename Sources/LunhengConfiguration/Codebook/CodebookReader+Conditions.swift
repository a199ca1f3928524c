import LunhengCore
internal import Yams

/// What must not be there for a hit of a rule to count.
struct ReadConditions {
  var unless: [ReadRule] = []
  var absent: [ReadRule] = []
  var scope: TextScope = .sentence

  var isEmpty: Bool { unless.isEmpty && absent.isEmpty }

  /// The rules under these conditions, which they share in memory.
  func applied(to kinds: [CodingRule.Kind]) -> [CodingRule] {
    let unless = unless.map(\.rule)
    let absence = absent.isEmpty ? nil : CodingRule.Absence(absent.map(\.rule), within: scope)
    return kinds.map { CodingRule($0, unless: unless, absence: absence) }
  }
}

extension CodebookReader {
  /// What `unless` and `not` of a rule say.
  mutating func readConditions(in fields: Fields, isExact: Bool, depth: Int) -> ReadConditions {
    var conditions = ReadConditions()
    if let field = fields["unless"] {
      let items = reader.someItems(of: field, key: "unless") ?? []
      conditions.unless = members(
        from: items, isExact: isExact, depth: depth + 1, allowsLexicons: true)
    }
    if let field = fields["not"] {
      var list: (field: Fields.Field, key: String)? = (field, "not")
      if field.value.mapping != nil {
        let absence = reader.fields(
          of: field.value, key: "not", section: .absence, known: CodebookKeys.absence)
        list = absence.flatMap { reader.required("terms", in: $0) }.map { ($0, "terms") }
        let scope = absence?["within"].flatMap { readScope($0) }
        conditions.scope = scope ?? .sentence
      }
      let items = list.flatMap {
        reader.someItems(of: $0.field, key: $0.key, expected: .listOrAbsence)
      }
      conditions.absent = members(
        from: items ?? [], isExact: isExact, depth: depth + 1, allowsLexicons: true)
    }
    return conditions
  }

  /// Reports conditions that leave nothing of the rule, and members of `all` that say the same.
  mutating func reportContradictions(
    in kind: CodingRule.Kind, parts: [ReadRule], _ conditions: ReadConditions
  ) {
    if case .all = kind {
      var seen: Set<CodingRule> = []
      for part in parts where !seen.insert(part.rule.folded).inserted {
        reader.report(
          .contradiction(.repeatedMember(part.rule.description)), at: part.position)
      }
    }
    // All phrases of a lexicon have the place where it is named: one of them is enough.
    var reported: Set<Position> = []
    if !conditions.unless.isEmpty {
      let hits = PhraseIndex(SpelledPhrase.hits(of: CodingRule(kind)))
      for rule in conditions.unless {
        let phrases = SpelledPhrase.unconditional(in: rule.rule)
        if let phrase = phrases.first(where: hits.hasHit(removedBy:)),
          reported.insert(rule.position).inserted
        {
          reader.report(.contradiction(.unlessItself(phrase.text)), at: rule.position)
        }
      }
    }
    if !conditions.absent.isEmpty {
      let present = PhraseIndex(SpelledPhrase.present(with: kind, in: conditions.scope))
      for rule in conditions.absent {
        let phrases = SpelledPhrase.unconditional(in: rule.rule)
        if let phrase = phrases.first(where: present.hasPhrase(containing:)),
          reported.insert(rule.position).inserted
        {
          reader.report(.contradiction(.absenceOfItself(phrase.text)), at: rule.position)
        }
      }
    }
  }
}
