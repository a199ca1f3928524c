import LunhengCore

/// Hits in their contexts, one under the other.
public struct Concordance: Hashable, Sendable {
  public var lines: [ConcordanceLine]
  public var subject: Subject

  /// What the hits are of, which says what is told of each.
  public enum Subject: Hashable, Sendable {
    /// Terms of themes.
    case themes
    /// Words or characters.
    case words
  }

  public init(_ lines: [ConcordanceLine], of subject: Subject = .themes) {
    self.lines = lines
    self.subject = subject
  }

  /// The lines as a table, for CSV and JSON: contexts whole, and each part of the place in a column.
  ///
  /// - Parameter language: Of headers: "zh-Hant" or "en".
  public func table(language: String = "zh-Hant") -> Table {
    let wording = Wording(language)
    var columns = [
      Table.Column(key: "document", header: wording.document, audience: .programs),
      Table.Column(key: "file", header: wording.file),
      Table.Column(key: "block", header: "", kind: .number, audience: .programs),
      Table.Column(key: "page", header: wording.page, kind: .number),
      Table.Column(key: "line", header: wording.line, kind: .number),
      Table.Column(key: "column", header: wording.column, kind: .number),
      Table.Column(key: "bytes", header: wording.bytes),
      Table.Column(key: "left", header: wording.left, alignment: .trailing),
      Table.Column(key: "hit", header: wording.hit),
      Table.Column(key: "right", header: wording.right),
    ]
    switch subject {
    case .themes:
      columns.append(Table.Column(key: "theme", header: wording.theme))
      columns.append(Table.Column(key: "term", header: wording.term))
    case .words: columns.append(Table.Column(key: "tokens", header: wording.words))
    }
    columns.append(Table.Column(key: "status", header: wording.status))
    return Table(columns: columns, rows: lines.map { row(of: $0) })
  }

  private func row(of line: ConcordanceLine) -> [Table.Cell] {
    let bytes = line.place.bytes.map { "\($0.lowerBound)-\($0.upperBound)" }
    let place: [Table.Cell] = [
      .text(line.place.document), .text(line.place.file), .optional(line.place.block),
      .optional(line.place.page), .optional(line.place.line), .optional(line.place.column),
      .text(bytes.joined(separator: " ")),
    ]
    let subject: [Table.Cell] =
      switch subject {
      case .themes: [.optional(line.theme), .optional(line.term)]
      case .words: [.text(line.words.joined(separator: " "))]
      }
    return place + [.text(line.left), .text(line.hit), .text(line.right)] + subject
      + [.optional(line.status?.rawValue)]
  }
}
