/// The stages between two codebooks, each with only what may have hits in some text.
///
/// A codebook has thousands of terms, and a text a few of them. A codebook of these finds the same in it
/// and is made in no time, so that none of thousands of stages has to be kept.
public struct ChangeExcerpts: Sendable {
  /// A rule, or an edit, in the order in which they come to be.
  private enum Item {
    /// Of the old codebook, themes by number.
    case term(Term, theme: Int)
    case exclusion(CodingRule, theme: Int?)
    case edit(Int, CodebookEdit.Change)
    /// Of a theme that an edit adds.
    case addedTerm(Term, theme: Int, edit: Int)
    case addedExclusion(CodingRule, theme: Int, edit: Int)

    /// The edit before which it is not there.
    var edit: Int? {
      switch self {
      case .term, .exclusion: nil
      case .edit(let edit, _), .addedTerm(_, _, let edit), .addedExclusion(_, _, let edit): edit
      }
    }
  }

  /// By stage, the script of its phrases.
  private let scripts: [FoldTable.Script]
  /// The themes of the old codebook without rules.
  private let draft: CodebookDraft
  private var items: [Item] = []
  /// By item, how many characters of each script its phrases have.
  private var sizes: [ScriptCount] = []
  /// The items that may have hits anywhere, or that have none but change others.
  private var always: [Int] = []
  private let phrases: PhraseMatcher
  private let itemsOfPhrase: [[Int]]
  /// All rules of all stages.
  public let rules: Codebook

  /// Complexity: O(length of all terms).
  public init(_ changes: CodebookChanges) {
    var items: [(item: Item, rules: [CodingRule], isAlways: Bool)] = []
    var draft = changes.draft
    let old = draft
    for rule in old.exclusions { items.append((.exclusion(rule, theme: nil), [rule], false)) }
    draft.exclusions = []
    for (number, theme) in old.themes.enumerated() {
      guard let theme else { continue }
      for term in theme.terms { items.append((.term(term, theme: number), [term.rule], false)) }
      for rule in theme.exclusions {
        items.append((.exclusion(rule, theme: number), [rule], false))
      }
      draft.themes[number]!.terms = []
      draft.themes[number]!.exclusions = []
    }
    self.draft = draft

    var script = ScriptCount()
    var leaves: [LeafTable.Leaf: Int] = [:]
    func add(_ rules: [CodingRule], _ change: Int) {
      for leaf in rules.flatMap(\.parts).compactMap(\.phraseLeaf) {
        let count = (leaves[leaf] ?? 0) + change
        if count == 1 && change == 1 || count == 0 { script.add(leaf, change) }
        leaves[leaf] = count
      }
    }
    add(items.flatMap(\.rules), 1)
    var scripts = [script.script]
    for (index, edit) in changes.edits.enumerated() {
      let item = Item.edit(index, edit.change)
      switch edit.change {
      case .setOverlap, .move, .rename: items.append((item, [], true))
      case .addTheme(let number, let theme, let parent):
        let (added, rules) = (theme.terms, theme.exclusions)
        var bare = theme
        bare.terms = []
        bare.exclusions = []
        items.append((.edit(index, .addTheme(number, bare, parent: parent)), [], true))
        for term in added {
          items.append((.addedTerm(term, theme: number, edit: index), [term.rule], false))
        }
        for rule in rules {
          items.append((.addedExclusion(rule, theme: number, edit: index), [rule], false))
        }
        add(added.map(\.rule) + rules, 1)
      case .removeTheme(_, let theme):
        items.append((item, [], true))
        add(theme.terms.map(\.rule) + theme.exclusions, -1)
      case .addExclusion(let rule, _):
        items.append((item, [rule], false))
        add([rule], 1)
      case .removeExclusion(let rule, _):
        items.append((item, [rule], false))
        add([rule], -1)
      case .addTerm(let term, _):
        items.append((item, [term.rule], false))
        add([term.rule], 1)
      case .removeTerm(let term, _):
        items.append((item, [term.rule], false))
        add([term.rule], -1)
      case .replaceTerm(let old, let new, _):
        items.append((item, [old.rule, new.rule], false))
        add([old.rule], -1)
        add([new.rule], 1)
      }
      scripts.append(script.script)
    }
    self.scripts = scripts
    self.items = items.map(\.item)

    var found: [[UInt16]: (text: String, items: [Int])] = [:]
    for (index, item) in items.enumerated() {
      if item.isAlways || item.rules.contains(where: \.hasPattern) { always.append(index) }
      var size = ScriptCount()
      for leaf in item.rules.flatMap(\.parts).compactMap(\.phraseLeaf) { size.add(leaf, 1) }
      sizes.append(size)
      for text in item.rules.flatMap(\.phrases) {
        let folded = FoldedText(Array(text.utf16)).units
        if found[folded]?.items.last != index {
          found[folded, default: (text, [])].items.append(index)
        }
      }
    }
    let sorted = found.values.sorted { ($0.items[0], $0.text) < ($1.items[0], $1.text) }
    phrases = PhraseMatcher(sorted.map(\.text))
    itemsOfPhrase = sorted.map(\.items)
    let terms = items.flatMap { item -> [Term] in
      switch item.item {
      case .term(let term, _), .addedTerm(let term, _, _), .edit(_, .addTerm(let term, _)),
        .edit(_, .replaceTerm(_, with: let term, _)):
        [term]
      default: item.rules.map { Term($0) }
      }
    }
    rules = Codebook(
      id: "rules", name: LocalizedName([:]),
      themes: [Theme(id: "rules", name: LocalizedName([:]), terms: terms)])
  }

  /// Whether the edit leaves the script alone that phrases are read by.
  public func keepsScript(_ edit: Int) -> Bool { scripts[edit] == scripts[edit + 1] }

  /// The stages as far as they matter in some blocks, to be taken in order.
  public func excerpt(for blocks: [[UInt16]]) -> Excerpt {
    var relevant = Set(always)
    var hits: [PhraseMatcher.Hit] = []
    for block in blocks {
      hits.removeAll(keepingCapacity: true)
      phrases.findAll(in: block, into: &hits)
      for hit in Set(hits.map(\.phrase)) { relevant.formUnion(itemsOfPhrase[Int(hit)]) }
    }
    return Excerpt(of: self, relevant.sorted())
  }

  /// See `ChangeExcerpts.excerpt`.
  public struct Excerpt {
    private let whole: ChangeExcerpts
    private var draft: CodebookDraft
    private var rest: ArraySlice<Int>
    private let size: ScriptCount

    fileprivate init(of whole: ChangeExcerpts, _ items: [Int]) {
      self.whole = whole
      draft = whole.draft
      rest = items[...]
      var size = ScriptCount()
      for item in items { size.add(whole.sizes[item]) }
      self.size = size
    }

    /// - Parameter stage: none before the one that was asked for last.
    public mutating func stage(_ stage: Int) -> CodebookChanges.Stage {
      while let next = rest.first {
        if let edit = whole.items[next].edit, edit >= stage { break }
        apply(whole.items[next])
        rest.removeFirst()
      }
      var draft = draft
      if let anchor = size.anchor(whole.scripts[stage]) { draft.exclusions.append(anchor) }
      return draft.codebook(id: "excerpt")
    }

    private mutating func apply(_ item: Item) {
      switch item {
      case .term(let term, let theme), .addedTerm(let term, let theme, _):
        draft.themes[theme]!.terms.append(term)
      case .exclusion(let rule, let theme?), .addedExclusion(let rule, let theme, _):
        draft.themes[theme]!.exclusions.append(rule)
      case .exclusion(let rule, nil): draft.exclusions.append(rule)
      // The old term may have had no hits.
      case .edit(_, .replaceTerm(let old, let new, let theme))
      where !draft.themes[theme]!.terms.contains(old):
        draft.themes[theme]!.terms.append(new)
      case .edit(_, let change): draft.apply(change)
      }
    }
  }
}

/// Characters that only one script has.
private struct ScriptCount {
  private var simplified = 0
  private var traditional = 0

  mutating func add(_ leaf: LeafTable.Leaf, _ change: Int) {
    guard case .phrase(let text, _) = leaf else { return }
    for unit in text.utf16 {
      switch FoldTable.script(of: CollectionOfOne(unit)) {
      case .simplified: simplified += change
      case .traditional: traditional += change
      case .undetermined: break
      }
    }
  }

  mutating func add(_ other: Self) {
    simplified += other.simplified
    traditional += other.traditional
  }

  /// As `FoldTable.script` counts.
  var script: FoldTable.Script {
    simplified > traditional ? .simplified : traditional > 0 ? .traditional : .undetermined
  }

  /// A rule that finds nothing, as it excludes itself, but makes phrases with these counts be of a script.
  func anchor(_ script: FoldTable.Script) -> CodingRule? {
    let text: String
    switch script {
    case .simplified: text = String(repeating: "们", count: traditional + 1)
    case .traditional: text = String(repeating: "們", count: simplified + 1)
    case .undetermined: return nil
    }
    return CodingRule(CodingRule.phrase(text).kind, unless: [.phrase(text)])
  }
}

extension CodingRule {
  fileprivate var phraseLeaf: LeafTable.Leaf? {
    if case .phrase(let text, let isExact) = kind { .phrase(text, isExact: isExact) } else { nil }
  }
}
