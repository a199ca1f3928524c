/// What an analyst has already: nothing of it is worth suggesting.
public struct KnownTerms: Sendable {
  /// Phrases of a whole codebook, folded.
  private var everywhere: Set<[UInt16]> = []
  /// Phrases of the theme that is to grow. What contains one is found already.
  private var own: Set<ArraySlice<UInt16>> = []
  /// Their lengths.
  private var ownLengths: Set<Int> = []

  public init() {}

  /// Adds the phrases of rules, those that only qualify others left out.
  ///
  /// - Parameter areOwn: whether they are of the theme that is to grow.
  public mutating func insert(_ rules: [CodingRule], areOwn: Bool) {
    for rule in rules {
      switch rule.kind {
      case .phrase(let text, _):
        let folded = FoldedText(Array(text.utf16)).units
        guard !folded.isEmpty else { continue }
        everywhere.insert(folded)
        if areOwn {
          own.insert(folded[...])
          ownLengths.insert(folded.count)
        }
      case .any(let members): insert(members, areOwn: areOwn)
      // A part of a condition is a term of its own only if it is one by itself.
      case .pattern, .all, .near: continue
      }
    }
  }

  /// Adds a codebook's phrases; `own` are the themes that are to grow, with all their subthemes.
  public mutating func insert(_ codebook: Codebook, own themes: [Int]) {
    let own = Set(themes.flatMap { codebook.subtree(of: $0) })
    for (index, theme) in codebook.themes.enumerated() {
      insert(theme.terms.map(\.rule), areOwn: own.contains(index))
    }
  }

  /// Adds the words of a lexicon.
  public mutating func insert(words: [String]) {
    for word in words { everywhere.insert(FoldedText(Array(word.utf16)).units) }
  }

  /// Whether a term, folded, is known, or contains one that the theme has.
  ///
  /// Complexity: O(n²) for n characters, however many terms are known.
  package func cover(_ folded: [UInt16]) -> Bool {
    if everywhere.contains(folded) { return true }
    return ownLengths.contains { length in
      length <= folded.count
        && (0...folded.count - length).contains {
          own.contains(folded[$0..<$0 + length])
        }
    }
  }
}
