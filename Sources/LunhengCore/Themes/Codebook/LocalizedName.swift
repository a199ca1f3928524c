/// A name in several languages, by BCP 47 tag ("zh-Hant", "en").
public struct LocalizedName: Hashable, Sendable, Codable {
  public var byLanguage: [String: String]

  public init(_ byLanguage: [String: String]) { self.byLanguage = byLanguage }

  /// The name in `language`, else in Traditional Chinese, English or whatever language there is.
  public func preferred(_ language: String) -> String? {
    byLanguage[language] ?? byLanguage["zh-Hant"] ?? byLanguage["en"]
      ?? byLanguage.min { $0.key < $1.key }?.value
  }
}
