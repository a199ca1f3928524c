import LunhengCore

extension Table {
  /// A row a word: its dispersion, and a strip that shows where it stands.
  ///
  /// - Parameter language: Of headers: "zh-Hant" or "en".
  public init(_ words: [WordDispersion], language: String = "zh-Hant") {
    func header(_ chinese: String, _ english: String) -> String {
      language == "en" ? english : chinese
    }
    func number(_ key: String, _ chinese: String, _ english: String) -> Column {
      Column(key: key, header: header(chinese, english), kind: .number)
    }
    self.init(
      columns: [
        Column(key: "word", header: header("詞", "Word")), number("count", "次數", "Count"),
        number("per_million", "每百萬詞", "Per million"), number("range", "見於", "Range"),
        number("parts", "部分", "Parts"), number("dp", "DP", "DP"),
        number("dp_norm", "DPnorm", "DPnorm"), number("juilland_d", "D", "D"),
        number("carroll_d2", "D₂", "D₂"), number("rosengren_s", "S", "S"),
        Column(key: "strip", header: header("分佈", "Where"), audience: .people),
        Column(key: "where", header: "", audience: .programs),
      ],
      rows: words.map { word in
        let dispersion = word.dispersion
        func decimal(_ value: Double?) -> Cell {
          value.map { .decimal($0, digits: 3) } ?? .missing
        }
        return [
          .text(word.word), .integer(dispersion.count),
          dispersion.size == 0
            ? .missing
            : .decimal(Double(dispersion.count) / Double(dispersion.size) * 1_000_000, digits: 0),
          .integer(dispersion.range), .integer(dispersion.parts),
          decimal(dispersion.deviationOfProportions), decimal(dispersion.normalisedDeviation),
          decimal(dispersion.juillandD), decimal(dispersion.carrollD2),
          decimal(dispersion.rosengrenS), .text(CountStrip.text(word.strip)),
          .text(word.strip.map(String.init).joined(separator: " ")),
        ]
      })
  }

  /// A row a word and part: its size, and how often the word occurs in it.
  ///
  /// - Parameters:
  ///   - parts: their names; nil for documents that lack the field.
  ///   - name: what a part is called, in the language of `language`.
  public init(
    _ words: [WordDispersion], parts: [String?], name: String, language: String = "zh-Hant"
  ) {
    func header(_ chinese: String, _ english: String) -> String {
      language == "en" ? english : chinese
    }
    self.init(
      columns: [
        Column(key: "word", header: header("詞", "Word")),
        Column(key: "part", header: name, missing: header("（無）", "(none)")),
        Column(key: "count", header: header("次數", "Count"), kind: .number),
        Column(key: "bar", header: "", kind: .bar, audience: .people),
        Column(key: "words", header: header("詞數", "Words"), kind: .number),
        Column(key: "per_million", header: header("每百萬詞", "Per million"), kind: .number),
      ],
      rows: words.flatMap { word in
        parts.indices.map { part in
          let count = word.dispersion.counts[part]
          let size = word.dispersion.sizes[part]
          let rate = Double(count) / Double(size) * 1_000_000
          return [
            .text(word.word), .optional(parts[part]), .integer(count),
            .decimal(rate, digits: 0), .integer(size), .decimal(rate, digits: 0),
          ]
        }
      })
  }
}
