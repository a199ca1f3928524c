import LunhengCore
import LunhengPipeline
import LunhengReport

extension GroupSummary {
  /// A few lines for people: theme and group, then sentences with their sources.
  func text(_ style: TerminalStyle, language: String) -> String {
    let header = Headers(language)
    let name = theme.map { $0.name.preferred(language) ?? $0.id }
    let title = [name, group].compactMap(\.self).joined(separator: " · ")
    let shown = TerminalText.oneLine(title.isEmpty ? header("全部", "All") : title)
    let of = header(
      "\(documents) 篇，\(candidates) 句", "\(documents) documents, \(candidates) sentences")
    var lines = [style.usesColour ? "\u{1B}[1m\(shown)\u{1B}[0m (\(of))" : "\(shown) (\(of))"]
    for sentence in sentences {
      let document = sentence.document
      let source = [
        document.title ?? "", document.authors.joined(separator: "、"),
        document.date?.description ?? "", sentence.place,
      ].filter { !$0.isEmpty }
      lines.append(TerminalText.oneLine("  「\(sentence.text)」"))
      lines.append(TerminalText.oneLine("    " + source.joined(separator: " · ")))
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  var json: JSONValue {
    [
      "theme": .optional(theme?.id),
      "group": .optional(group),
      "documents": .integer(documents),
      "candidates": .integer(candidates),
      "sentences": .array(
        sentences.map { sentence in
          [
            "text": .string(sentence.text), "score": .number(sentence.score),
            "document": .string(sentence.document.key),
            "title": .optional(sentence.document.title),
            "date": .optional(sentence.document.date?.description),
            "file": .string(sentence.document.path), "block": .integer(sentence.block),
            "line": .integer(sentence.line), "page": .optional(sentence.page),
          ]
        }),
    ]
  }
}

extension GroupSummary.Sentence {
  /// File, line and page.
  fileprivate var place: String {
    "\(document.path):\(line)" + (page.map { " p. \($0)" } ?? "")
  }
}

extension Table {
  /// A row a sentence of a summary; without rows.
  static func summaries(language: String) -> Table {
    let header = Headers(language)
    return Table(columns: [
      Column(key: "theme", header: header("主題", "Theme")),
      Column(key: "group", header: header("組別", "Group"), missing: header("（無）", "(none)")),
      Column(key: "rank", header: "#", kind: .number),
      Column(key: "sentence", header: header("句子", "Sentence")),
      Column(key: "score", header: header("分數", "Score"), kind: .number),
      Column(key: "document", header: header("文件", "Document")),
      Column(key: "title", header: header("標題", "Title")),
      Column(key: "date", header: header("日期", "Date")),
      Column(key: "line", header: header("行", "Line"), kind: .number),
      Column(key: "page", header: header("頁", "Page"), kind: .number),
    ])
  }

  mutating func append(_ summary: GroupSummary) {
    for (rank, sentence) in summary.sentences.enumerated() {
      append([
        .optional(summary.theme?.id), .optional(summary.group), .integer(rank + 1),
        .text(sentence.text), .decimal(sentence.score, digits: 3), .text(sentence.document.key),
        .optional(sentence.document.title), .optional(sentence.document.date?.description),
        .integer(sentence.line), .optional(sentence.page),
      ])
    }
  }

  /// A row a sentence of a document; without rows.
  static func digests(language: String) -> Table {
    let header = Headers(language)
    return Table(columns: [
      Column(key: "document", header: header("文件", "Document")),
      Column(key: "title", header: header("標題", "Title")),
      Column(key: "sentence", header: header("句子", "Sentence")),
      Column(key: "score", header: header("分數", "Score"), kind: .number),
      Column(key: "line", header: header("行", "Line"), kind: .number),
      Column(key: "page", header: header("頁", "Page"), kind: .number),
    ])
  }

  mutating func append(_ digest: DocumentDigest) {
    for sentence in digest.sentences {
      append([
        .text(digest.document.key), .optional(digest.document.title), .text(sentence.text),
        .decimal(sentence.score, digits: 3), .integer(sentence.line), .optional(sentence.page),
      ])
    }
  }
}
