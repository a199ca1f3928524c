/// A name in several languages, by BCP 47 tag ("zh-Hant", "en").
public struct LocalizedName: Hashable, Sendable {
  public var byLanguage: [String: String]

  public init(_ byLanguage: [String: String]) { self.byLanguage = byLanguage }

  /// The name in `language`, else in Traditional Chinese, English or whatever language there is.
  public func preferred(_ language: String) -> String? {
    byLanguage[language] ?? byLanguage["zh-Hant"] ?? byLanguage["en"]
      ?? byLanguage.min { $0.key < $1.key }?.value
  }
}

/// Which of several overlapping hits count.
public enum OverlapPolicy: String, CaseIterable, Sendable {
  /// The leftmost, and of those the longest, among all themes: 國際金融中心 hides 金融 of any theme.
  case codebook
  /// The leftmost-longest within each theme; themes do not hide one another.
  case theme
  /// Every hit counts.
  case all
}

/// A phrase whose occurrence is evidence of a theme.
public struct Term: Hashable, Sendable {
  public var text: String
  /// How much one hit adds to the theme's score, relative to other terms. Above 0.
  public var weight: Double

  public init(_ text: String, weight: Double = 1) {
    self.text = text
    self.weight = weight
  }
}

/// A policy theme: what it means, and the terms that show it.
public struct Theme: Hashable, Sendable {
  /// Names the theme in all output; unique in the codebook.
  public var id: String
  public var name: LocalizedName
  public var definition: String?
  public var terms: [Term]

  public init(id: String, name: LocalizedName, definition: String? = nil, terms: [Term]) {
    self.id = id
    self.name = name
    self.definition = definition
    self.terms = terms
  }
}

/// The themes that texts are coded for.
public struct Codebook: Hashable, Sendable {
  public var id: String
  public var name: LocalizedName
  public var overlap: OverlapPolicy
  public var themes: [Theme]

  public init(
    id: String, name: LocalizedName, overlap: OverlapPolicy = .codebook, themes: [Theme]
  ) {
    self.id = id
    self.name = name
    self.overlap = overlap
    self.themes = themes
  }
}
