import LunhengCore

/// Words of a text that count as evidence of a theme.
public struct ThemeHit: Hashable, Sendable {
  /// As printed.
  public var text: String
  public var count: Int

  public init(text: String, count: Int) {
    self.text = text
    self.count = count
  }

  var jsonValue: JSONValue { ["text": .string(text), "count": .integer(count)] }

  /// "公屋×3、居屋".
  static func list(_ hits: [ThemeHit]) -> String {
    hits.map { $0.count == 1 ? $0.text : "\($0.text)×\($0.count)" }.joined(separator: "、")
  }
}

/// A theme that was found in a text, and by what.
public struct FoundTheme: Hashable, Sendable {
  public var theme: String
  public var score: Double
  /// The commonest.
  public var hits: [ThemeHit]

  public init(theme: String, score: Double, hits: [ThemeHit]) {
    self.theme = theme
    self.score = score
    self.hits = hits
  }

  var jsonValue: JSONValue {
    [
      "theme": .string(theme), "score": .number(score),
      "hits": .array(hits.map(\.jsonValue)),
    ]
  }

  /// "房屋 3.21 (公屋×3、居屋)".
  var text: String {
    hits.isEmpty
      ? "\(theme) –" : "\(theme) \(NumberFormat.fixed(score, digits: 2)) (\(ThemeHit.list(hits)))"
  }
}
