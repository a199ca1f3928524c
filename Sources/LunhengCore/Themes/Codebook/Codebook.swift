/// Which of several overlapping hits count.
public enum OverlapPolicy: String, CaseIterable, Sendable, Codable {
  /// The leftmost, and of those the longest, among all themes: 國際金融中心 hides 金融 of any theme.
  case codebook
  /// The leftmost-longest within each theme and its subthemes; other themes do not hide one another.
  case theme
  /// Every hit counts.
  case all
}

/// The themes that texts are coded for.
public struct Codebook: Hashable, Sendable, Codable {
  public var id: String
  public var name: LocalizedName
  public var definition: String?
  public var overlap: OverlapPolicy
  /// Stretches of text in which no term of any theme counts.
  public var exclusions: [CodingRule]
  /// In the order of the file, a theme before its subthemes.
  public var themes: [Theme]

  public init(
    id: String, name: LocalizedName, definition: String? = nil,
    overlap: OverlapPolicy = .codebook, exclusions: [CodingRule] = [], themes: [Theme]
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.overlap = overlap
    self.exclusions = exclusions
    self.themes = themes
  }

  /// The theme itself, its parent, its parent's parent, and so on.
  public func lineage(of theme: Int) -> [Int] {
    Array(sequence(first: theme) { themes[$0].parent })
  }

  /// The theme and all its subthemes, in order.
  public func subtree(of theme: Int) -> [Int] {
    themes.indices.filter { lineage(of: $0).contains(theme) }
  }

  /// Indices of the themes that are no part of another.
  public var roots: [Int] { themes.indices.filter { themes[$0].parent == nil } }
}
