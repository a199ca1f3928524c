import LunhengCore
import LunhengPipeline
import LunhengReport

extension DocumentDigest {
  /// A few lines for people: title, where it was printed, themes with bars, keywords, sentences.
  func text(_ style: TerminalStyle, language: String) -> String {
    let title = document.title ?? document.key
    var lines = [style.usesColour ? "\u{1B}[1m\(title)\u{1B}[0m" : title]
    let source = [
      document.authors.joined(separator: "、"), document.publication ?? "",
      document.date?.description ?? "", document.page ?? "", document.key,
    ].filter { !$0.isEmpty }
    lines.append("  " + source.joined(separator: " · "))
    for theme in themes.prefix(3) {
      let name = theme.theme.name.preferred(language) ?? theme.theme.id
      let bar = DisplayWidth.padded(Bar.text(theme.share, max: 1, width: 12), to: 12)
      lines.append(
        "  \(bar) \(NumberFormat.percent(theme.share, digits: 0)) \(name) (\(theme.count))")
    }
    if !keywords.isEmpty {
      lines.append("  ▸ " + keywords.map(\.term).joined(separator: "、"))
    }
    lines += sentences.map { "  「\($0.text)」 (\($0.line))" }
    return lines.map { line in
      // Bold marks are ours; everything else is defused.
      line.hasPrefix("\u{1B}[1m") ? line : TerminalText.oneLine(line)
    }.joined(separator: "\n") + "\n\n"
  }

  var json: JSONValue {
    [
      "document": .string(document.key),
      "title": .optional(document.title),
      "authors": .array(document.authors.map { .string($0) }),
      "publication": .optional(document.publication),
      "date": .optional(document.date?.description),
      "themes": .array(
        themes.map {
          [
            "theme": .string($0.theme.id), "count": .integer($0.count),
            "share": .number($0.share),
          ]
        }),
      "keywords": .array(
        keywords.map { ["term": .string($0.term), "score": .number($0.score)] }),
      "sentences": .array(
        sentences.map {
          [
            "text": .string($0.text), "line": .integer($0.line), "page": .optional($0.page),
            "score": .number($0.score),
          ]
        }),
    ]
  }
}
