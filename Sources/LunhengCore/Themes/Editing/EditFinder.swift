/// Finds the edits between two versions of a codebook.
struct EditFinder {
  let old: Codebook
  let new: Codebook
  /// Of the old themes. New themes are numbered by their index.
  let numbers: [Int]
  /// For each new theme the index of the old one.
  let partners: [Int?]

  private(set) var edits: [CodebookEdit] = []
  private(set) var removals: [CodebookEdit] = []

  init(old: Codebook, new: Codebook, numbers: [Int], partners: [Int?]) {
    self.old = old
    self.new = new
    self.numbers = numbers
    self.partners = partners
  }

  mutating func find() {
    if old.overlap != new.overlap {
      edits.append(
        CodebookEdit(
          kind: .overlapChanged, detail: "\(old.overlap.rawValue) → \(new.overlap.rawValue)",
          change: .setOverlap(new.overlap)))
    }
    findExclusions(old.exclusions, new.exclusions, theme: nil)
    for (number, theme) in new.themes.enumerated() {
      if let partner = partners[number] {
        find(from: old.themes[partner], to: theme, number)
      } else {
        let terms = theme.terms.count
        edits.append(
          CodebookEdit(
            kind: .themeAdded, theme: number, themeID: theme.id,
            detail: terms == 1 ? "1 term" : "\(terms) terms", source: .init(theme: number),
            change: .addTheme(number, theme, parent: theme.parent)))
      }
    }
    let kept = Set(partners.compactMap { $0 })
    for root in old.roots { remove(root, keeping: kept) }
  }

  // MARK: Themes

  private mutating func find(from old: Theme, to new: Theme, _ number: Int) {
    if old.id != new.id || old.name != new.name {
      let names = [old, new].map { theme in
        [theme.name.preferred("zh-Hant"), theme.name.preferred("en")].compactMap { $0 }
          .joined(separator: " / ")
      }
      edits.append(
        CodebookEdit(
          kind: .themeRenamed, theme: number, themeID: new.id,
          detail: old.id != new.id ? "\(old.id) → \(new.id)" : "\(names[0]) → \(names[1])",
          source: .init(theme: number),
          change: .rename(number, id: new.id, name: new.name)))
    }
    let oldParent = old.parent.map { numbers[$0] }
    if oldParent != new.parent {
      func name(_ codebook: Codebook, _ parent: Int?) -> String {
        parent.map { codebook.themes[$0].id } ?? "top"
      }
      edits.append(
        CodebookEdit(
          kind: .themeMoved, theme: number, themeID: new.id,
          detail: "\(name(self.old, old.parent)) → \(name(self.new, new.parent))",
          source: .init(theme: number), change: .move(number, parent: new.parent)))
    }
    findExclusions(old.exclusions, new.exclusions, theme: number)
    findTerms(old.terms, new.terms, theme: number)
  }

  /// Removes an old theme's subthemes before the theme, so that none is without its parent.
  private mutating func remove(_ theme: Int, keeping kept: Set<Int>) {
    for child in old.themes.indices where old.themes[child].parent == theme {
      remove(child, keeping: kept)
    }
    guard !kept.contains(theme) else { return }
    let content = old.themes[theme]
    removals.append(
      CodebookEdit(
        kind: .themeRemoved, theme: numbers[theme], themeID: content.id,
        detail: content.terms.count == 1 ? "1 term" : "\(content.terms.count) terms",
        source: .init(theme: theme), change: .removeTheme(numbers[theme], content)))
  }

  // MARK: Exclusions

  private mutating func findExclusions(_ old: [CodingRule], _ new: [CodingRule], theme: Int?) {
    let partners = partners
    var pairing = Pairing(old: old.count, new: new.count)
    pairing.pair(old, new) { $0 }
    let id = theme.map { self.new.themes[$0].id }
    for (rule, partner) in zip(new, pairing.partners) where partner == nil {
      edits.append(
        CodebookEdit(
          kind: .exclusionAdded, theme: theme, themeID: id, subject: rule.description,
          source: theme.map { .init(theme: $0) }, change: .addExclusion(rule, theme: theme)))
    }
    removals += pairing.free.map {
      CodebookEdit(
        kind: .exclusionRemoved, theme: theme, themeID: id, subject: old[$0].description,
        source: theme.flatMap { partners[$0] }.map { .init(theme: $0) },
        change: .removeExclusion(old[$0], theme: theme))
    }
  }

  // MARK: Terms

  private mutating func findTerms(_ old: [Term], _ new: [Term], theme: Int) {
    var pairing = Pairing(old: old.count, new: new.count)
    pairing.pair(old, new) { $0 }
    pairing.pair(old, new, by: \.text)
    pairing.pair(old, new, by: \.rule.description)
    let partners = pairing.partners.map { $0.map { old[$0] } }
    let id = self.new.themes[theme].id
    for (index, (term, partner)) in zip(new, partners).enumerated() where term != partner {
      edits.append(
        CodebookEdit(
          kind: partner == nil ? .termAdded : .termChanged, theme: theme, themeID: id,
          subject: term.text, detail: partner.map { Self.difference($0, term) },
          source: .init(theme: theme, term: index),
          change: partner.map { .replaceTerm($0, with: term, theme: theme) }
            ?? .addTerm(term, theme: theme)))
    }
    let oldTheme = self.partners[theme]!
    removals += pairing.free.map {
      CodebookEdit(
        kind: .termRemoved, theme: theme, themeID: id, subject: old[$0].text,
        source: .init(theme: oldTheme, term: $0), change: .removeTerm(old[$0], theme: theme))
    }
  }

  private static func difference(_ old: Term, _ new: Term) -> String {
    var parts: [String] = []
    if old.weight != new.weight { parts.append("weight \(old.weight) → \(new.weight)") }
    if old.text != new.text { parts.append("label \(old.text) → \(new.text)") }
    if old.statuses != new.statuses {
      func list(_ statuses: [BoundaryStatus]?) -> String {
        statuses.map { $0.map(\.rawValue).joined(separator: ", ") } ?? "any"
      }
      parts.append("status \(list(old.statuses)) → \(list(new.statuses))")
    }
    if old.rule != new.rule { parts.append("rule \(told(old.rule)) → \(told(new.rule))") }
    return parts.joined(separator: "; ")
  }

  /// The rule with its conditions.
  private static func told(_ rule: CodingRule) -> String {
    var text = rule.description
    if case .phrase(_, true) = rule.kind { text += " exact" }
    func list(_ rules: [CodingRule]) -> String {
      rules.map(\.description).joined(separator: ", ")
    }
    if !rule.unless.isEmpty { text += " unless \(list(rule.unless))" }
    if let absence = rule.absence { text += " not \(list(absence.rules)) in \(absence.scope)" }
    return text
  }
}
