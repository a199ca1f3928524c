/// What was edited between two versions of a codebook, edit by edit: in the order of the new version,
/// then what was removed.
///
/// Applied one after the other, the edits lead from the old codebook to one that finds what the new one
/// does. Themes are the same if they have the same id, or else the same terms. Terms are the same if they
/// are called the same, or have the same phrase. Definitions, notes and examples are no part of it.
public struct CodebookChanges: Sendable {
  /// The id of every theme of both versions: those of the new one in order, then those that are gone.
  /// Edits and stages name themes by the index here.
  public let themes: [String]
  public let edits: [CodebookEdit]
  private let old: Codebook
  /// The numbers of the old codebook's themes.
  private let oldNumbers: [Int]

  /// A codebook between the old one and the new one.
  public struct Stage: Sendable {
    public let codebook: Codebook
    /// For each theme of the codebook, its index in `CodebookChanges.themes`.
    public let numbers: [Int]

    /// For each theme of the codebook, the numbers of itself and all that it is a part of.
    public var lineages: [[Int]] {
      codebook.themes.indices.map { codebook.lineage(of: $0).map { numbers[$0] } }
    }
  }

  /// Complexity: O(themes² + length of all terms).
  public init(from old: Codebook, to new: Codebook) {
    let pairs = Self.pairs(old.themes, new.themes)
    var numbers = [Int?](repeating: nil, count: old.themes.count)
    for (index, partner) in pairs.enumerated() {
      if let partner { numbers[partner] = index }
    }
    var themes = new.themes.map(\.id)
    for index in numbers.indices where numbers[index] == nil {
      numbers[index] = themes.count
      themes.append(old.themes[index].id)
    }
    self.old = old
    self.themes = themes
    oldNumbers = numbers.map { $0! }
    var finder = EditFinder(old: old, new: new, numbers: oldNumbers, partners: pairs)
    finder.find()
    edits = finder.edits + finder.removals
  }

  /// The old codebook, and what each edit makes of it.
  ///
  /// Complexity: O(edits × terms).
  public func stages() -> [Stage] {
    var draft = draft
    var stages = [draft.codebook(id: old.id)]
    for edit in edits {
      draft.apply(edit.change)
      stages.append(draft.codebook(id: old.id))
    }
    return stages
  }

  /// The last stage.
  ///
  /// Complexity: O(edits × terms of a theme).
  public func lastStage() -> Stage {
    var draft = draft
    for edit in edits { draft.apply(edit.change) }
    return draft.codebook(id: old.id)
  }

  /// The first stage.
  public func firstStage() -> Stage { draft.codebook(id: old.id) }

  var draft: CodebookDraft { CodebookDraft(old, numbers: oldNumbers, count: themes.count) }

  /// For each new theme the old one that it comes from.
  private static func pairs(_ old: [Theme], _ new: [Theme]) -> [Int?] {
    var pairing = Pairing(old: old.count, new: new.count)
    pairing.pair(old, new, by: \.id)
    pairing.pair(old, new) { $0.terms.isEmpty ? nil : $0.terms }
    return pairing.partners
  }
}
