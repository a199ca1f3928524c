import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport

/// Formats of whole documents.
enum DocumentFormat: String, CaseIterable, ExpressibleByArgument {
  case text, ndjson

  /// - Parameter themes: of blocks, by their place in the document; nil where none were looked for.
  func text(
    _ document: Document, path: String, encoding: String,
    themes: [Int: [PassageThemesQuery.PassageTheme]]? = nil
  ) -> String {
    switch self {
    case .text: document.listing(path: path, encoding: encoding, themes: themes)
    case .ndjson:
      JSONWriter().string(document.json(path: path, encoding: encoding, themes: themes)) + "\n"
    }
  }
}

extension Document {
  /// The contract of `lunheng read`, with the words that each field was read from under `evidence`.
  fileprivate func json(
    path: String, encoding: String, themes: [Int: [PassageThemesQuery.PassageTheme]]?
  ) -> JSONValue {
    func block(_ index: Int) -> JSONValue {
      let block = blocks[index]
      var members = [
        JSONMember("role", .string(block.role.rawValue)),
        JSONMember("text", .string(block.text)),
        JSONMember(
          "lines",
          .array([.integer(block.lines.lowerBound), .integer(block.lines.upperBound)])),
        JSONMember("page", .optional(block.page)),
      ]
      if let themes {
        members.append(
          JSONMember(
            "themes",
            .array(
              (themes[index] ?? []).map {
                [
                  "theme": .string($0.theme.id), "count": .integer($0.score.count),
                  "score": .number($0.score.score), "hits": .array($0.hits.map { .string($0) }),
                ]
              })))
      }
      return .object(members)
    }
    func evidence(_ found: Evidence?) -> JSONValue {
      guard let found else { return .null }
      return [
        "text": .string(found.text), "line": .integer(found.position.line),
        "column": .integer(found.position.column), "byte": .integer(found.position.byte),
      ]
    }
    return [
      "path": .string(path),
      "encoding": .string(encoding),
      "title": .optional(metadata.title?.value),
      "authors": .array(metadata.authors.map { .string($0.value) }),
      "publication": .optional(metadata.publication?.value),
      "date": .optional(metadata.date?.value.description),
      "page": .optional(metadata.page?.value),
      "url": .optional(metadata.url?.value),
      "blocks": .array(blocks.indices.map(block)),
      "evidence": [
        "title": evidence(metadata.title?.evidence),
        "authors": .array(metadata.authors.map { evidence($0.evidence) }),
        "publication": evidence(metadata.publication?.evidence),
        "date": evidence(metadata.date?.evidence),
        "page": evidence(metadata.page?.evidence),
      ],
    ]
  }

  /// For people: the metadata, then each block with its role and lines.
  fileprivate func listing(
    path: String, encoding: String, themes: [Int: [PassageThemesQuery.PassageTheme]]?
  ) -> String {
    var lines = ["# \(path) (\(encoding))"]
    func field(_ name: String, _ value: String?, _ evidence: Evidence?) {
      guard let value else { return }
      let place = evidence.map { "  ← line \($0.position.line): \($0.text)" } ?? ""
      lines.append("\(name): \(value)\(place)")
    }
    field("title", metadata.title?.value, metadata.title?.evidence)
    for author in metadata.authors { field("author", author.value, author.evidence) }
    field("publication", metadata.publication?.value, metadata.publication?.evidence)
    field("date", metadata.date?.value.description, metadata.date?.evidence)
    field("page", metadata.page?.value, metadata.page?.evidence)
    field("url", metadata.url?.value, metadata.url?.evidence)
    for (index, block) in blocks.enumerated() {
      let page = block.page.map { ", page \($0)" } ?? ""
      lines.append("")
      lines.append(
        "[\(block.role.rawValue), lines \(block.lines.lowerBound)–\(block.lines.upperBound)\(page)]"
      )
      for theme in themes?[index] ?? [] {
        lines.append(
          "  ▸ \(theme.theme.id) \(theme.score.count): " + theme.hits.joined(separator: "、"))
      }
      lines.append(block.text)
    }
    return lines.map { TerminalText.oneLine($0) }.joined(separator: "\n") + "\n"
  }
}
