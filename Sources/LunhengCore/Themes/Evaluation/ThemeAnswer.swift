/// The themes of a text with their subthemes taken together, best first.
///
/// Evaluation asks for whole themes: a subtheme answers for the theme that it is a part of.
public struct ThemeAnswer: Hashable, Sendable {
  public struct Candidate: Hashable, Sendable {
    /// Index of the theme in the codebook: one that is no part of another.
    public var theme: Int
    /// The score of the theme itself, or of the best of its subthemes where it has none.
    public var score: Double
  }

  public var candidates: [Candidate]

  /// - Parameter ranked: the themes of the text, strongest first.
  public init(_ ranked: [ThemeScore], in codebook: Codebook) {
    candidates = []
    for score in ranked {
      let root = codebook.lineage(of: score.theme).last!
      if !candidates.contains(where: { $0.theme == root }) {
        candidates.append(Candidate(theme: root, score: score.score))
      }
    }
  }
}
