/// One thing that was changed in a codebook.
public struct CodebookEdit: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case overlapChanged = "overlap-changed"
    case exclusionAdded = "exclusion-added"
    case exclusionRemoved = "exclusion-removed"
    case themeAdded = "theme-added"
    case themeRemoved = "theme-removed"
    case themeMoved = "theme-moved"
    case themeRenamed = "theme-renamed"
    case termAdded = "term-added"
    case termRemoved = "term-removed"
    case termChanged = "term-changed"
  }

  public var kind: Kind
  /// Index of the theme in `CodebookChanges.themes`; nil if the edit is of the whole codebook.
  public var theme: Int?
  /// The theme's id when the edit is done, and what it is in the new codebook, or was in the old one.
  public var themeID: String?
  /// The term or the excluded phrase.
  public var subject: String?
  /// What was changed, where the kind does not say it: "weight 1 → 0.5".
  public var detail: String?
  /// What was edited, where it stands in the new codebook; what was removed, in the old one.
  public var source: Source?
  let change: Change

  /// Indices in a codebook.
  public struct Source: Hashable, Sendable {
    public var theme: Int
    public var term: Int?
  }

  /// Whether `source` is of the old codebook.
  public var isRemoval: Bool {
    switch kind {
    case .exclusionRemoved, .themeRemoved, .termRemoved: true
    default: false
    }
  }

  /// What the edit does to a draft; themes by their index in `CodebookChanges.themes`.
  enum Change: Hashable, Sendable {
    case setOverlap(OverlapPolicy)
    case addExclusion(CodingRule, theme: Int?)
    case removeExclusion(CodingRule, theme: Int?)
    case addTheme(Int, Theme, parent: Int?)
    case removeTheme(Int, Theme)
    case move(Int, parent: Int?)
    case rename(Int, id: String, name: LocalizedName)
    case addTerm(Term, theme: Int)
    case removeTerm(Term, theme: Int)
    case replaceTerm(Term, with: Term, theme: Int)
  }

  /// In which documents the edit may change a hit.
  public enum Reach: Hashable, Sendable {
    case nowhere
    /// In those that have one of these.
    case phrases([String])
    case everywhere
  }

  /// What to look for to know where the edit may change a hit.
  public var reach: Reach {
    func reach(_ rules: [CodingRule]) -> Reach {
      rules.contains(where: \.hasPattern) ? .everywhere : .phrases(rules.flatMap(\.phrases))
    }
    switch change {
    case .setOverlap, .move: return .everywhere
    case .rename: return .nowhere
    case .addExclusion(let rule, _), .removeExclusion(let rule, _): return reach([rule])
    case .addTheme(_, let theme, _), .removeTheme(_, let theme):
      return reach(theme.terms.map(\.rule) + theme.exclusions)
    case .addTerm(let term, _), .removeTerm(let term, _): return reach([term.rule])
    case .replaceTerm(let old, let new, _):
      if old.rule == new.rule, old.statuses == new.statuses { return .nowhere }
      return reach([old.rule, new.rule])
    }
  }
}
